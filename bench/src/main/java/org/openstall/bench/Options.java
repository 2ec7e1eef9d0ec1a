package org.openstall.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for on the command line.
 *
 * @param root of the repository
 * @param history directory with {@code olist} and {@code catalog} in it; loads run on the demo alone if there is none
 * @param work directory for the databases and the report
 * @param reuse whether to take the database that an earlier run has left in {@code work}
 * @param only the measures to take; empty for all
 */
record Options(
        Path root,
        Path history,
        Path work,
        boolean reuse,
        List<String> only,
        Duration warmUp,
        Duration length,
        int port,
        @Nullable Path out) {

    static final String USAGE = """
            Usage: bin/bench [--history DIR] [--work DIR] [--reuse] [--only NAME,...] [--warm-up SECONDS]
                             [--seconds SECONDS] [--port N] [--out FILE]

              --history DIR      directory with olist/ and catalog/ (../shared/data)
              --work DIR         where databases and report go (target/bench)
              --reuse            measure on the database that an earlier run has left there
              --only NAME,...    import, beside-import, product, search, search-new, orders, orders-million,
                                 health, health-million, checkout, purchase, black-friday, inventory, files, files-million,
                                 files-ranked, shipments, promise, audit; only if named: black-friday-week, which
                                 takes more than an hour
              --warm-up SECONDS  before each measure (60)
              --seconds SECONDS  of each measure (30)
              --port N           of the program (any that is free)
              --out FILE         where to write the table, too (WORK/report.md)
            """;

    static Options of(Path root, String... arguments) {
        Path history = root.resolve("../shared/data").normalize();
        Path work = root.resolve("target/bench");
        boolean reuse = false;
        List<String> only = new ArrayList<>();
        Duration warmUp = Duration.ofSeconds(60);
        Duration length = Duration.ofSeconds(30);
        int port = 0;
        Path out = null;
        List<String> words = new ArrayList<>(List.of(arguments));
        while (!words.isEmpty()) {
            String option = words.removeFirst();
            if (option.equals("--reuse")) {
                reuse = true;
                continue;
            }
            if (words.isEmpty()) {
                throw new IllegalArgumentException("Unknown option, or one without its value: " + option);
            }
            String value = words.removeFirst();
            switch (option) {
                case "--history" -> history = Path.of(value).toAbsolutePath().normalize();
                case "--work" -> work = Path.of(value).toAbsolutePath().normalize();
                case "--only" -> only.addAll(List.of(value.split(",")));
                case "--warm-up" -> warmUp = Duration.ofSeconds(Long.parseLong(value));
                case "--seconds" -> length = Duration.ofSeconds(Long.parseLong(value));
                case "--port" -> port = Integer.parseInt(value);
                case "--out" -> out = Path.of(value).toAbsolutePath();
                default -> throw new IllegalArgumentException("Unknown option: " + option);
            }
        }
        return new Options(root, history, work, reuse, List.copyOf(only), warmUp, length, port, out);
    }

    /** Whether it was named, for what takes too long to be among all. */
    boolean names(String measure) {
        return only.contains(measure);
    }

    boolean wants(String measure) {
        return only.isEmpty() || only.contains(measure);
    }

    /** Whether nothing else was named, so that neither program nor database is needed. */
    boolean wantsOnly(String measure) {
        return only.equals(List.of(measure));
    }

    Path olist() {
        return history.resolve("olist/dev");
    }

    Path orders() {
        return olist().resolve("orders.csv.gz");
    }

    Path catalogue() {
        return history.resolve("catalog/icecat_products.csv.gz");
    }
}
