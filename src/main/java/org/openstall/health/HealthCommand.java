package org.openstall.health;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.CannotGoOn;
import org.openstall.kernel.SellerId;
import org.openstall.marketplaces.Marketplace;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.sellers.Seller;
import org.openstall.sellers.Sellers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "health",
        description = "Write every seller's account health as of an instant: one line for each rate that has data.")
class HealthCommand implements Callable<Integer> {
    private final Health health;
    private final Marketplaces marketplaces;
    private final Sellers sellers;
    private final Clock clock;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--marketplace",
            required = true,
            paramLabel = "CC",
            description = "Country code or id, such as BR.")
    private String marketplace;

    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            description = "A day (its end counts) or a local time such as 2017-12-31T18:00:00; now if left out.")
    private @Nullable String asOf;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "The CSV file to write: seller,metric,numerator,denominator.")
    private Path out;

    HealthCommand(Health health, Marketplaces marketplaces, Sellers sellers, Clock clock) {
        this.health = health;
        this.marketplaces = marketplaces;
        this.sellers = sellers;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        Marketplace place = marketplaces
                .find(marketplace)
                .orElseThrow(() -> new CannotGoOn("There is no marketplace " + marketplace + "; there are "
                        + marketplaces.all().stream().map(Marketplace::country).collect(Collectors.joining(", "))));
        Instant instant = instant(place);
        List<AccountHealth> all = health.ofAll(place.id(), instant);
        Map<SellerId, Seller> known =
                sellers.find(all.stream().map(AccountHealth::seller).toList());
        long rates = write(all, known);
        PrintWriter console = spec.commandLine().getOut();
        console.printf(
                "%,d rates of %,d sellers as of %s written to %s%n",
                rates, all.size(), instant.atZone(place.zone()).toLocalDateTime(), out);
        console.flush();
        return 0;
    }

    private Instant instant(Marketplace place) {
        if (asOf == null) {
            return clock.instant();
        }
        try {
            return asOf.length() == 10
                    ? place.endOf(LocalDate.parse(asOf))
                    : LocalDateTime.parse(asOf).atZone(place.zone()).toInstant();
        } catch (DateTimeException notATime) {
            throw new CannotGoOn(
                    "--as-of takes a day like 2017-12-31 or a local time like 2017-12-31T18:00:00, not " + asOf,
                    notATime);
        }
    }

    private long write(List<AccountHealth> all, Map<SellerId, Seller> known) {
        long rates = 0;
        try (CsvWriter csv = CsvWriter.builder().build(Files.newBufferedWriter(out))) {
            csv.writeRecord("seller", "metric", "numerator", "denominator");
            for (AccountHealth one : all.stream()
                    .sorted(Comparator.comparing(it -> name(it.seller(), known)))
                    .toList()) {
                for (Rate rate : one.rates()) {
                    if (rate.denominator() > 0) {
                        rates++;
                        csv.writeRecord(
                                name(one.seller(), known),
                                rate.metric().code(),
                                Long.toString(rate.numerator()),
                                Long.toString(rate.denominator()));
                    }
                }
            }
        } catch (IOException failure) {
            throw new CannotGoOn(out + " cannot be written: " + failure.getMessage(), failure);
        } catch (UncheckedIOException failure) {
            throw new CannotGoOn(out + " cannot be written to its end: " + failure.getMessage(), failure);
        }
        return rates;
    }

    /** The id a seller was imported with, or ours. */
    private static String name(SellerId id, Map<SellerId, Seller> known) {
        return Optional.ofNullable(known.get(id)).map(Seller::externalId).orElse(id.value());
    }
}
