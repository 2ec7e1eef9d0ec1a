package org.openstall.cli;

import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.objenesis.SpringObjenesis;
import org.springframework.util.ClassUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IFactory;

/** The commands of the program, found by their annotation. */
final class Commands {
    private final List<Class<?>> classes;

    private Commands(List<Class<?>> classes) {
        this.classes = classes;
    }

    static Commands of(Class<?> program) {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Command.class));
        return new Commands(scanner.findCandidateComponents(program.getPackageName()).stream()
                .<Class<?>>map(it -> ClassUtils.resolveClassName(String.valueOf(it.getBeanClassName()), null))
                .filter(it -> it != OpenstallCommand.class)
                .sorted(Comparator.comparing(
                        it -> it.getAnnotation(Command.class).name()))
                .toList());
    }

    /** Knows what may be typed, but cannot run it: the commands have none of their parts yet. */
    CommandLine toParse() {
        SpringObjenesis objects = new SpringObjenesis();
        return with(new IFactory() {
            @Override
            public <K> K create(Class<K> type) throws Exception {
                return type.getPackageName().startsWith("picocli")
                        ? CommandLine.defaultFactory().create(type)
                        : objects.newInstance(type);
            }
        });
    }

    /** Runs the one command that needs no parts, and only parses the others. */
    CommandLine toRunAlone(Class<?> command) {
        SpringObjenesis objects = new SpringObjenesis();
        return with(new IFactory() {
            @Override
            public <K> K create(Class<K> type) throws Exception {
                return type == command || type.getPackageName().startsWith("picocli")
                        ? CommandLine.defaultFactory().create(type)
                        : objects.newInstance(type);
            }
        });
    }

    /** Whether a command can be made without any part of the program. */
    static boolean needsNothing(Class<?> command) {
        return command.getDeclaredConstructors()[0].getParameterCount() == 0;
    }

    /** Commands get their parts from the beans of the program. */
    CommandLine toRun(AutowireCapableBeanFactory beans) {
        return with(new IFactory() {
            @Override
            public <K> K create(Class<K> type) throws Exception {
                return type.getPackageName().startsWith("picocli")
                        ? CommandLine.defaultFactory().create(type)
                        : beans.createBean(type);
            }
        });
    }

    private CommandLine with(IFactory factory) {
        CommandLine line = new CommandLine(OpenstallCommand.class, factory);
        classes.forEach(line::addSubcommand);
        return line;
    }
}
