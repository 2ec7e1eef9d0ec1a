package org.openstall.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs everything in turn and prints a table; see {@link Options#USAGE}. */
public final class Bench {
    /** Who buy, one after the other: nobody places hundreds of orders a minute with the remains of as many carts. */
    private static final int BUYERS = 100;

    private static final int QUERIES = 60_000;
    private static final int SHIPMENTS = 1_000;
    private static final int SHOPPING_QUERIES = 20_000;

    /** 200 pages a second in all: a busy shop, and a machine that has something to spare. */
    private static final Duration CALM = Duration.ofMillis(40);

    private static final Map<String, String> ONE_GIBIBYTE = Map.of("OPENSTALL_HEAP", "1g");

    private final Options options;
    private final int port;
    private final Report report = new Report();

    private Bench(Options options) throws IOException {
        this.options = options;
        this.port = options.port() == 0 ? freePort() : options.port();
    }

    public static void main(String... arguments) throws Exception {
        Path root = Path.of(System.getProperty("openstall.root", "")).toAbsolutePath();
        Options options;
        try {
            options = Options.of(root, arguments);
        } catch (IllegalArgumentException mistake) {
            System.err.println(mistake.getMessage());
            System.err.print(Options.USAGE);
            System.exit(2);
            return;
        }
        new Bench(options).run();
        // Gatling leaves threads behind.
        System.exit(0);
    }

    private void run() throws Exception {
        Files.createDirectories(options.work());
        if (options.wants("promise")) {
            Promises.measure(report);
        }
        if (options.wantsOnly("promise")) {
            report.write(file());
            return;
        }
        if (options.wants("import") && Files.exists(options.olist())) {
            measureImport();
        }
        Program program = program("data");
        if (!options.reuse()) {
            prepare(program);
        }
        try (Program.Running running = program.start()) {
            report.time("start until `/actuator/health` is up (second start)", running.took(), "15 s");
            try (Market market = Market.of(program.data())) {
                measure(program, running, market);
            }
        }
        report.write(file());
    }

    private Path file() {
        return options.out() == null ? options.work().resolve("report.md") : options.out();
    }

    private Program program(String data) {
        return new Program(options.root(), options.work().resolve(data), port);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** The import alone: the program is not running, and the database is empty. */
    private void measureImport() throws IOException, InterruptedException {
        Program program = program("import");
        delete(program.data());
        Path out = options.work().resolve("health.csv");
        // Where the first command unpacks PostgreSQL and makes the database, which is not the import.
        program.run(Map.of(), "audit");
        Duration all = program.run(
                        ONE_GIBIBYTE,
                        "import",
                        "--format",
                        "olist",
                        options.olist().toString())
                .plus(program.run(
                        ONE_GIBIBYTE,
                        "health",
                        "--marketplace",
                        "BR",
                        "--as-of",
                        "2017-12-31",
                        "--out",
                        out.toString()));
        report.time("import of Olist's history, and everyone's health, heap of 1 GiB", all, "60 s");
        delete(program.data());
    }

    private void prepare(Program program) throws Exception {
        delete(program.data());
        try (Program.Running running = program.start()) {
            report.time("first start, database and demo being made", running.took(), "");
            try (Market market = Market.of(program.data())) {
                while (!market.demoIsOver()) {
                    TimeUnit.MILLISECONDS.sleep(500);
                }
            }
        }
        if (Files.exists(options.catalogue())) {
            Duration catalogue = program.run(
                    Map.of(),
                    "import",
                    "--format",
                    "catalog",
                    options.catalogue().toString());
            report.time("import of the catalogue, offers and search index", catalogue, "");
        }
    }

    private void measure(Program program, Program.Running running, Market market) throws Exception {
        long process = running.process().pid();
        Loads loads = new Loads(options, program, process, report);
        List<Market.Offer> offers = market.plentyOfOffers();
        String seller = market.busiestSeller();
        List<Map<String, String>> buyers = new ArrayList<>();
        List<UUID> buyerIds = new ArrayList<>();
        for (int i = 0; i < BUYERS; i++) {
            buyerIds.add(market.user("bench-buyer-" + i + "@openstall.example", ""));
            buyers.add(Browser.signedIn(program.address(), "bench-buyer-" + i + "@openstall.example", Market.PASSWORD));
        }
        market.user("bench-seller@openstall.example", seller);
        List<Map<String, String>> sellers =
                List.of(Browser.signedIn(program.address(), "bench-seller@openstall.example", Market.PASSWORD));

        if (options.wants("beside-import")) {
            loads.load("product page, 200 a second", CALM, Visits::nobody, () -> Visits.product(offers), "");
        }
        if (!options.reuse() && Files.exists(options.olist())) {
            besideImport(program, loads, offers);
        }
        if (!market.hasMillionaire()) {
            market.addMillionaire();
        }
        market.user("bench-million@openstall.example", Market.MILLIONAIRE);
        List<Map<String, String>> millionaires =
                List.of(Browser.signedIn(program.address(), "bench-million@openstall.example", Market.PASSWORD));
        market.settle();

        loads.full("product", "product page", Visits::nobody, () -> Visits.product(offers), "2,400/s, p99 50 ms");
        List<String> queries = Words.of(
                new ArrayList<>(new LinkedHashSet<>(
                        offers.stream().map(Market.Offer::title).toList())),
                QUERIES);
        loads.full(
                "search",
                "search",
                Visits::nobody,
                () -> Visits.searchByFrequency(queries.subList(0, Math.min(SHOPPING_QUERIES, queries.size()))),
                "2,500/s, p99 50 ms");
        loads.full("search-new", "search, no words twice", Visits::nobody, () -> Visits.searchEachOnce(queries), "");
        String orders = "/seller/orders?tab=all";
        loads.full(
                "orders",
                "newest 50 orders",
                () -> Visits.signedIn(sellers),
                () -> Visits.page(orders),
                "1,000/s, p99 50 ms");
        loads.full(
                "orders-million",
                "newest 50 orders of 1,000,000",
                () -> Visits.signedIn(millionaires),
                () -> Visits.page(orders),
                "");
        String health = "/seller/health";
        loads.full("health", "account health", () -> Visits.signedIn(sellers), () -> Visits.page(health), "p99 50 ms");
        loads.full(
                "health-million",
                "account health over 1,000,000 orders",
                () -> Visits.signedIn(millionaires),
                () -> Visits.page(health),
                "as the one above");
        new Purchases(options, loads, report, market, offers, buyers, buyerIds).measure();
        if ((options.wants("black-friday") || options.names("black-friday-week")) && Files.exists(options.orders())) {
            new BlackFriday(options, program, process, report, market, offers).measure();
        }
        if (options.wants("inventory")) {
            inventoryTable(program, market, Stock.MIXED);
            inventoryTable(program, market, Stock.SORTED);
        }
        InventoryFiles files = new InventoryFiles(program, running, report, market);
        if (options.wants("files")) {
            files.measure(InventoryFiles.ROWS);
        }
        if (options.wants("files-million")) {
            files.measure(10 * InventoryFiles.ROWS);
        }
        if (options.wants("files-ranked")) {
            files.measureOfAMillion();
        }
        if (options.wants("shipments")) {
            shipments(program, market);
        }
        if (options.wants("memory")) {
            report.figure("resident after all of this", running.resident() + " MiB", "600 MiB");
        }
        if (options.wants("audit")) {
            report.time("audit, which finds no difference", program.run(Map.of(), "audit"), "");
        }
    }

    private void inventoryTable(Program program, Market market, Stock stock)
            throws IOException, InterruptedException, SQLException {
        MillionSkus.fill(market, stock);
        new InventoryTable(
                        stock, program.address(), Browser.signedIn(program.address(), stock.email(), Market.PASSWORD))
                .measure(report);
    }

    /** The first file is for the program to warm up. */
    private void shipments(Program program, Market market) throws IOException, InterruptedException, SQLException {
        int first = (int) (System.currentTimeMillis() / 1_000 % 9_000_000);
        market.addWaitingOrders(first, 1);
        market.user("bench-shipper@openstall.example", Market.SHIPPER);
        FulfilmentFile file = new FulfilmentFile(
                market,
                program,
                Browser.signedIn(program.address(), "bench-shipper@openstall.example", Market.PASSWORD));
        file.run(first + 1, SHIPMENTS);
        report.time(
                Report.format("file confirming %,d orders, upload to shipped", SHIPMENTS),
                file.run(first + 2, SHIPMENTS),
                "3 s");
    }

    private void besideImport(Program program, Loads loads, List<Market.Offer> offers)
            throws InterruptedException, IOException {
        Thread importing = Thread.ofPlatform().start(() -> {
            try {
                program.run(
                        ONE_GIBIBYTE,
                        "import",
                        "--format",
                        "olist",
                        options.olist().toString());
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            } catch (InterruptedException interruption) {
                Thread.currentThread().interrupt();
            }
        });
        if (options.wants("beside-import")) {
            loads.load(
                    "product page, 200 a second, beside an import",
                    CALM,
                    Visits::nobody,
                    () -> Visits.product(offers),
                    "as the one above");
            if (!importing.isAlive()) {
                report.figure("(the import had ended before the last measure did)", "", "");
            }
        }
        importing.join();
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
