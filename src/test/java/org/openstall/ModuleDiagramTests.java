package org.openstall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyDepth;

/** Keeps the diagram in docs/architecture.md what the code says. Run with -Ddiagram=write to write it anew. */
class ModuleDiagramTests {
    private static final Path PAGE = Path.of("docs", "architecture.md");
    private static final String BEGIN = "```mermaid\n";
    private static final String END = "```\n";

    @Test
    void the_diagram_shows_the_modules_as_they_use_each_other() throws IOException {
        String page = Files.readString(PAGE);
        int from = page.indexOf(BEGIN) + BEGIN.length();
        int to = page.indexOf(END, from);
        if ("write".equals(System.getProperty("diagram"))) {
            Files.writeString(PAGE, page.substring(0, from) + diagram() + page.substring(to));
            return;
        }
        assertThat(page.substring(from, to))
                .as("Out of date: run mvn test -Dtest=ModuleDiagramTests -Ddiagram=write")
                .isEqualTo(diagram());
    }

    /** The kernel is left out: everything uses it. */
    private static String diagram() {
        ApplicationModules modules = ApplicationModules.of(Openstall.class);
        TreeSet<String> arrows = new TreeSet<>();
        modules.forEach(module -> module.getDependencies(modules, DependencyDepth.IMMEDIATE).stream()
                .map(it -> it.getTargetModule().getIdentifier().toString())
                .filter(it -> !it.equals("kernel"))
                .forEach(target -> arrows.add("  " + module.getIdentifier() + " --> " + target + "\n")));
        return "graph LR\n" + String.join("", arrows);
    }
}
