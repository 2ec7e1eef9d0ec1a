package org.openstall.wording;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.openstall.kernel.CannotGoOn;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "wording",
        description = "Check a file of texts and write what breaks a rule: one line for each finding.")
class WordingCommand implements Callable<Integer> {
    private final Wording wording = new Wording();

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--kind",
            required = true,
            paramLabel = "KIND",
            description = "What the texts are: condition-note or packing-slip-note.")
    private String kind;

    @Option(
            names = "--country",
            required = true,
            paramLabel = "CC",
            description = "Code of the country where they are read, such as US.")
    private String country;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "The CSV file to write: id,level,rule,start,end, counted in Unicode code points.")
    private Path out;

    @Parameters(paramLabel = "FILE", description = "The texts, in UTF-8: id, language and text, parted by tabs.")
    private Path file;

    @Override
    public Integer call() {
        TextKind texts = TextKind.of(kind)
                .orElseThrow(() -> new CannotGoOn("There is no kind of text " + kind + "; there are "
                        + Arrays.stream(TextKind.values()).map(TextKind::id).collect(Collectors.joining(", "))));
        String code = country.toUpperCase(Locale.ROOT);
        if (!Wording.isCountry(code)) {
            throw new CannotGoOn("There is no country " + country + "; --country takes a code like US.");
        }
        PrintWriter console = spec.commandLine().getOut();
        try (TextRows rows = TextRows.of(file)) {
            int blocked = 0;
            if (Files.exists(out) && Files.isSameFile(file, out)) {
                throw new CannotGoOn("--out would overwrite the texts: " + out);
            }
            try (CsvWriter csv = CsvWriter.builder().build(Files.newBufferedWriter(out))) {
                csv.writeRecord("id", "level", "rule", "start", "end");
                for (TextRows.Row row = rows.next(this::told); row != null; row = rows.next(this::told)) {
                    Findings findings = wording.check(texts, code, row.language(), row.text());
                    blocked += findings.isBlocked() ? 1 : 0;
                    write(csv, row, findings);
                }
            } catch (UncheckedIOException | IOException failure) {
                throw new CannotGoOn(out + " cannot be written: " + failure.getMessage(), failure);
            }
            console.printf(
                    Locale.ROOT,
                    "%,d texts checked, %,d of them blocked, %,d rows broken; findings written to %s%n",
                    rows.read(),
                    blocked,
                    rows.broken(),
                    out);
            console.flush();
            return rows.broken() == 0 ? 0 : 1;
        } catch (IOException failure) {
            throw new CannotGoOn(file + " cannot be read: " + failure.getMessage(), failure);
        }
    }

    private void told(String complaint) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(complaint);
        err.flush();
    }

    private static void write(CsvWriter csv, TextRows.Row row, Findings findings) {
        for (Finding finding : findings.all()) {
            csv.writeRecord(
                    row.id(),
                    finding.level().id(),
                    finding.rule().id(),
                    Integer.toString(row.text().codePointCount(0, finding.start())),
                    Integer.toString(row.text().codePointCount(0, finding.end())));
        }
    }
}
