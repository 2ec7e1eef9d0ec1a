package org.openstall.migration;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.CannotGoOn;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "import",
        description = "Bring the history of another marketplace, or a catalogue, in. Running it again is safe.")
class ImportCommand implements Callable<Integer> {
    private final Imports imports;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--format",
            required = true,
            paramLabel = "NAME",
            description = "olist: a directory of Olist's tables, into marketplace BR. "
                    + "catalog: a CSV file of products, into the US catalogue.")
    private String format;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            description = "Only facts before this local time, such as 2018-01-01T00:00:00; of olist.")
    private @Nullable LocalDateTime until;

    @Option(
            names = "--rejects",
            paramLabel = "FILE",
            description = "Where to write the rows that are left out, with file, line and reason.")
    private @Nullable Path rejects;

    @Parameters(index = "0", paramLabel = "SOURCE", description = "The directory or file to read.")
    private Path source;

    ImportCommand(Imports imports) {
        this.imports = imports;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        ProgressBar bar = new ProgressBar(System.err, CommandLine.Help.Ansi.AUTO.enabled());
        try (Rejects rejected = new Rejects(rejects)) {
            ImportReport report = imports.run(format, source, new ImportOptions(until), rejected, bar);
            bar.end();
            report.lines().forEach(out::println);
            if (rejected.count() > 0) {
                out.printf(
                        "%,d rows were left out or came in incomplete%s.%n",
                        rejected.count(),
                        rejects == null ? "; name a file by --rejects to see them" : ", see " + rejects);
            }
            if (report.changes() == 0) {
                out.println("Nothing has changed: all of it was here already.");
            }
            out.flush();
            return 0;
        } catch (CannotGoOn unusable) {
            bar.end();
            spec.commandLine().getErr().println(unusable.getMessage());
            return 1;
        }
    }
}
