package org.openstall.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.openstall.database.EmbeddedPostgresql;
import org.openstall.kernel.CannotGoOn;
import org.openstall.kernel.Welcome;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Understands what was typed, starts as much of the program as that takes, and says how it went. */
public final class Cli {
    private static final int FAILED = 1;
    private static final int NOT_UNDERSTOOD = 2;

    /** No exit code: the server goes on. */
    private static final int SERVING = -1;

    private final Class<?> program;
    private final PrintStream out;
    private final PrintStream err;

    Cli(Class<?> program, PrintStream out, PrintStream err) {
        this.program = program;
        this.out = out;
        this.err = err;
    }

    /** Returns once the server is ready, or ends the process with the exit code of the command. */
    public static void main(Class<?> program, String... typed) {
        int exit = new Cli(program, System.out, System.err).run(List.of(typed));
        if (exit != SERVING) {
            System.exit(exit);
        }
    }

    int run(List<String> typed) {
        Commands commands = Commands.of(program);
        CommandLine line = writing(commands.toParse());
        try {
            Arguments arguments = Arguments.of(typed);
            ParseResult parsed = line.parseArgs(arguments.words().toArray(String[]::new));
            Integer help = CommandLine.executeHelpRequest(parsed);
            if (help != null) {
                return help;
            }
            if (!parsed.hasSubcommand()) {
                line.usage(err);
                return NOT_UNDERSTOOD;
            }
            return run(commands, arguments, parsed);
        } catch (Arguments.ValueMissing missing) {
            return notUnderstood(String.valueOf(missing.getMessage()), line);
        } catch (UnmatchedArgumentException unknown) {
            String first = unknown.getUnmatched().getFirst();
            boolean command = unknown.getCommandLine() == line && !first.startsWith("-");
            return notUnderstood(
                    command ? "There is no command '" + first + "'." : String.valueOf(unknown.getMessage()),
                    unknown.getCommandLine());
        } catch (ParameterException mistake) {
            return notUnderstood(String.valueOf(mistake.getMessage()), mistake.getCommandLine());
        }
    }

    private CommandLine writing(CommandLine line) {
        return line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
    }

    private int notUnderstood(String message, CommandLine line) {
        err.println(message);
        err.println("Try '" + line.getCommandSpec().qualifiedName() + " --help'.");
        return NOT_UNDERSTOOD;
    }

    private int run(Commands commands, Arguments arguments, ParseResult parsed) {
        boolean debug =
                parsed.hasMatchedOption("--debug") || parsed.subcommand().hasMatchedOption("--debug");
        Class<?> command = parsed.subcommand().commandSpec().userObject().getClass();
        try {
            if (command == ServeCommand.class) {
                return serve(arguments);
            }
            return Commands.needsNothing(command)
                    ? execute(commands.toRunAlone(command), arguments, debug)
                    : command(commands, arguments, debug);
        } catch (RuntimeException failure) {
            return failed(failure, debug);
        }
    }

    private int serve(Arguments arguments) {
        SpringApplication application = new SpringApplication(program);
        application.addListeners(event -> {
            switch (event) {
                case ApplicationEnvironmentPreparedEvent prepared -> refuseIfHeld(prepared.getEnvironment());
                case ApplicationStartedEvent started -> announce(started.getApplicationContext());
                default -> {}
            }
        });
        application.addListeners((ApplicationListener<ApplicationEnvironmentPreparedEvent>)
                prepared -> insistOnFreePort(prepared.getEnvironment()));
        ConfigurableApplicationContext context =
                application.run(arguments.settings().toArray(String[]::new));
        String address = address(context);
        out.println("Openstall is ready: " + address);
        context.getBeanProvider(Welcome.class)
                .orderedStream()
                .flatMap(welcome -> welcome.lines(address).stream())
                .forEach(out::println);
        out.println("Ctrl-C stops it.");
        return SERVING;
    }

    private static void refuseIfHeld(Environment settings) {
        if (!settings.containsProperty("spring.datasource.url")) {
            EmbeddedPostgresql.refuseIfHeld(settings.getRequiredProperty("openstall.data"));
        }
    }

    /** Better said at once than after the demo marketplace has been lived through. */
    private static void insistOnFreePort(ConfigurableEnvironment environment) {
        int port = environment.getProperty("server.port", Integer.class, 8080);
        InetAddress address = environment.getProperty("server.address", InetAddress.class);
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(address, Math.max(0, port)));
        } catch (IOException refused) {
            String why = String.valueOf(refused.getMessage());
            throw new CannotGoOn(
                    "Port " + port + (why.contains("in use") ? " is in use" : " cannot be opened (" + why + ")")
                            + "; choose another with --server.port=N.",
                    refused);
        }
    }

    private static void announce(ApplicationContext context) {
        context.getBeanProvider(EmbeddedPostgresql.class).ifAvailable(database -> database.announce(address(context)));
    }

    private static String address(ApplicationContext context) {
        return "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
    }

    /** Only the beans that the command uses are made, and none of the web. */
    private int command(Commands commands, Arguments arguments, boolean debug) {
        SpringApplication application = new SpringApplication(program);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLazyInitialization(true);
        application.setDefaultProperties(
                Map.of("openstall.timers.enabled", "false", "openstall.postgresql.shared", "true"));
        try (ConfigurableApplicationContext context =
                application.run(arguments.settings().toArray(String[]::new))) {
            return execute(commands.toRun(context.getAutowireCapableBeanFactory()), arguments, debug);
        }
    }

    private int execute(CommandLine line, Arguments arguments, boolean debug) {
        return writing(line)
                .setExecutionExceptionHandler((failure, _, _) -> failed(failure, debug))
                .execute(arguments.words().toArray(String[]::new));
    }

    private int failed(Exception failure, boolean debug) {
        err.println(sentence(failure));
        if (debug) {
            failure.printStackTrace(err);
        }
        return FAILED;
    }

    private static String sentence(Throwable failure) {
        Throwable root = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotGoOn known) {
                return String.valueOf(known.getMessage());
            }
            if (cause instanceof PortInUseException taken) {
                return "Port " + taken.getPort() + " is in use; choose another with --server.port=N.";
            }
            root = cause;
        }
        return "Openstall failed: " + root + " (--debug tells more)";
    }
}
