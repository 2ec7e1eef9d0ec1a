package org.openstall.bench;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Runs everything in turn and prints a table; see {@link Options#USAGE}. */
public final class Bench {
    private static final int USERS = 8;

    /** Who buy, one after the other: nobody places hundreds of orders a minute with the remains of as many carts. */
    private static final int BUYERS = 100;

    private static final int QUERIES = 60_000;
    private static final int FILE = 100_000;
    private static final int SHIPMENTS = 1_000;
    private static final int SHOPPING_QUERIES = 20_000;

    /** 200 pages a second in all: a busy shop, and a machine that has something to spare. */
    private static final Duration CALM = Duration.ofMillis(40);

    /** As many as buy at the same moment before the program can be said to be behind. */
    private static final int RUSHING_BUYERS = 400;

    private static final int SCARCE_OFFERS = 40;

    /** Who come for each who bought on Black Friday, to begin with. */
    private static final int FEWEST = 4;

    /** Of Black Friday's clock. */
    private static final int SPEED = 200;

    /** What one purchase in a hundred may take while the program still keeps up. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final Map<String, String> ONE_GIBIBYTE = Map.of("OPENSTALL_HEAP", "1g");

    private final Options options;
    private final int port;
    private final Report report = new Report();
    private long process;

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
            process = running.process().pid();
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
            load("product page, 200 a second", CALM, Visits::nobody, () -> Visits.product(offers), "");
        }
        if (!options.reuse() && Files.exists(options.olist())) {
            besideImport(program, offers);
        }
        if (!market.hasMillionaire()) {
            market.addMillionaire();
        }
        market.user("bench-million@openstall.example", Market.MILLIONAIRE);
        List<Map<String, String>> millionaires =
                List.of(Browser.signedIn(program.address(), "bench-million@openstall.example", Market.PASSWORD));
        market.settle();

        full("product", "product page", Visits::nobody, () -> Visits.product(offers), "2,400/s, p99 50 ms");
        List<String> queries = Words.of(
                new ArrayList<>(new LinkedHashSet<>(
                        offers.stream().map(Market.Offer::title).toList())),
                QUERIES);
        full(
                "search",
                "search",
                Visits::nobody,
                () -> Visits.searchByFrequency(queries.subList(0, Math.min(SHOPPING_QUERIES, queries.size()))),
                "2,500/s, p99 50 ms");
        full("search-new", "search, no words twice", Visits::nobody, () -> Visits.searchEachOnce(queries), "");
        String orders = "/seller/orders?tab=all";
        full(
                "orders",
                "newest 50 orders",
                () -> Visits.signedIn(sellers),
                () -> Visits.page(orders),
                "1,000/s, p99 50 ms");
        full(
                "orders-million",
                "newest 50 orders of 1,000,000",
                () -> Visits.signedIn(millionaires),
                () -> Visits.page(orders),
                "");
        String health = "/seller/health";
        full("health", "account health", () -> Visits.signedIn(sellers), () -> Visits.page(health), "p99 50 ms");
        full(
                "health-million",
                "account health over 1,000,000 orders",
                () -> Visits.signedIn(millionaires),
                () -> Visits.page(health),
                "as the one above");
        purchases(market, offers, buyers, buyerIds);
        if ((options.wants("black-friday") || options.names("black-friday-week")) && Files.exists(options.orders())) {
            blackFriday(program, market, offers);
        }
        if (options.wants("inventory")) {
            inventoryTable(program, market, Stock.MIXED);
            inventoryTable(program, market, Stock.SORTED);
        }
        if (options.wants("files")) {
            inventoryFiles(program, running, market, FILE);
        }
        if (options.wants("files-million")) {
            inventoryFiles(program, running, market, 10 * FILE);
        }
        if (options.wants("files-ranked")) {
            fileOfAMillion(program, running, market);
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

    /** Files and their floors in turn, as the machine is faster and slower from minute to minute; told is the middle. */
    private void inventoryFiles(Program program, Program.Running running, Market market, int rows)
            throws IOException, InterruptedException, SQLException {
        market.fillShelves(rows);
        market.user(Stock.SHELVES.email(), Stock.SHELVES.seller());
        Map<String, String> cookies = Browser.signedIn(program.address(), Stock.SHELVES.email(), Market.PASSWORD);
        InventoryFile file = new InventoryFile(market, program, running, Stock.SHELVES, cookies);
        boolean first = rows == FILE;
        int quantity = 2;
        List<InventoryFile.Pair> pairs = new ArrayList<>();
        for (int round = 0; round < (first ? 7 : 2); round++) {
            market.fillShelves(rows);
            Duration floor = file.floor(rows, quantity++);
            market.fillShelves(rows);
            pairs.add(new InventoryFile.Pair(floor, file.run(rows, quantity++)));
        }
        // The compiler has seen the first ones.
        List<InventoryFile.Pair> told = pairs.subList(first ? 2 : 1, pairs.size());
        String what = Report.format("file of %,d prices and quantities, ", rows);
        report.time(what + "upload to live", middle(told, it -> it.result().live()), first ? "15 s" : "linear");
        report.time(
                what + "the publishing transaction",
                middle(told, it -> it.result().publishing()),
                first ? "3 s" : "");
        report.time(what + "floor: COPY and one UPDATE", middle(told, InventoryFile.Pair::floor), "");
        report.figure(
                what + "floor to upload-to-live",
                Report.format("%.0f %%", 100 * middle(told, InventoryFile.Pair::share)),
                first ? "a third" : "");
        report.time(
                what + "longest read of all its offers meanwhile",
                told.stream()
                        .map(it -> it.result().longestRead())
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                "");
        report.figure(
                what + "reads that saw a mixture",
                Report.format(
                        "%,d of %,d",
                        told.stream().mapToLong(it -> it.result().mixtures()).sum(),
                        told.stream().mapToLong(it -> it.result().reads()).sum()),
                "none");
        report.figure(
                what + "growth of resident memory",
                told.stream().mapToLong(it -> it.result().growth()).max().orElseThrow() + " MiB",
                "300 MiB");
    }

    private static <T extends Comparable<T>> T middle(
            List<InventoryFile.Pair> pairs, Function<InventoryFile.Pair, T> figure) {
        return pairs.stream().map(figure).sorted().toList().get(pairs.size() / 2);
    }

    /** A tenth of a million offers, all of which stand in rankings. */
    private void fileOfAMillion(Program program, Program.Running running, Market market)
            throws IOException, InterruptedException, SQLException {
        MillionSkus.fill(market, Stock.MIXED);
        InventoryFile file = new InventoryFile(
                market,
                program,
                running,
                Stock.MIXED,
                Browser.signedIn(program.address(), Stock.MIXED.email(), Market.PASSWORD));
        file.run(FILE, 2);
        InventoryFile.Result result = file.run(FILE, 4);
        String what = Report.format("file of %,d prices and quantities, of a seller with a million, ", FILE);
        report.time(what + "upload to live", result.live(), "15 s");
        report.time(what + "until his inventory is sorted by it", result.sorted(), "");
        report.time(what + "the publishing transaction", result.publishing(), "3 s");
    }

    /**
     * Finds out how many buyers for each of those who bought in the busiest hour the program keeps up with, and then
     * replays the whole day with as many.
     */
    private void blackFriday(Program program, Market market, List<Market.Offer> offers) throws Exception {
        List<Map<String, String>> buyers = new ArrayList<>();
        for (int i = 0; i < RUSHING_BUYERS; i++) {
            market.user("bench-rush-" + i + "@openstall.example", "");
            buyers.add(Browser.signedIn(program.address(), "bench-rush-" + i + "@openstall.example", Market.PASSWORD));
        }
        List<Market.Offer> scarce = offers.subList(0, SCARCE_OFFERS);
        List<Market.Offer> plenty = offers.subList(SCARCE_OFFERS, offers.size());
        Arrivals week = Arrivals.of(options.orders(), LocalDate.of(2017, 11, 20), LocalDate.of(2017, 11, 28));
        Arrivals day = week.day(4);
        Arrivals hour = day.busiestHour();
        Path results = options.work().resolve("gatling");
        // The program warms up, and nobody looks.
        for (Duration warm = Duration.ZERO;
                warm.compareTo(options.warmUp()) < 0;
                warm = warm.plus(hour.length(SPEED))) {
            new Rush(program.address(), hour.moments(SPEED, FEWEST), buyers, scarce, plenty).run(results);
        }
        int times = 0;
        Rush.Result busiest = null;
        for (int next = FEWEST; next <= 20 * FEWEST; next += Math.max(1, next / 5)) {
            market.makeScarce(scarce);
            Rush.Result result =
                    new Rush(program.address(), hour.moments(SPEED, next), buyers, scarce, plenty).run(results);
            System.out.println(Report.format(
                    "%d for each: %,d placed, %,d sold out, %,d lost, %.0f/s, purchase p99 %.0f ms",
                    next,
                    result.placed(),
                    result.soldOut(),
                    result.lost(),
                    result.perSecond(),
                    result.purchases().p99()));
            if (result.lost() > 0 || result.placed() == 0 || result.purchases().p99() > PATIENCE.toMillis()) {
                break;
            }
            times = next;
            busiest = result;
        }
        if (busiest == null) {
            report.figure("Black Friday: the program did not keep up with " + FEWEST + " for each", "", "");
            return;
        }
        Arrivals all = options.names("black-friday-week") ? week : day;
        String what = Report.format("Black Friday, %d times as fast, %d buyers for each: ", SPEED, times);
        market.makeScarce(scarce);
        long before = market.placed();
        Rush rush = new Rush(program.address(), all.moments(SPEED, times), buyers, scarce, plenty);
        CompletableFuture<Processors> busy =
                Processors.between(Duration.ZERO, all.length(SPEED), process, program.data());
        Rush.Result result = rush.run(results);
        report.figure(what + "held in its busiest hour", Report.format("%.0f orders/s", busiest.perSecond()), "");
        report.load(what + "a purchase", result.purchases().over(result.took()), busy.join(), "");
        report.load(what + "its checkout", result.checkouts().over(result.took()), busy.join(), "");
        report.figure(
                what + "placed, sold out, lost",
                Report.format("%,d, %,d, %,d", result.placed(), result.soldOut(), result.lost()),
                "0 lost");
        report.figure(
                what + "answered as placed but not there",
                Report.format("%,d", result.placed() - (market.placed() - before)),
                "0");
        report.figure(what + "offers sold more often than there were", "" + market.oversold(scarce), "0");
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

    private void besideImport(Program program, List<Market.Offer> offers) throws InterruptedException, IOException {
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
            load(
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

    private void purchases(
            Market market, List<Market.Offer> offers, List<Map<String, String>> buyers, List<UUID> buyerIds)
            throws Exception {
        Supplier<ChainBuilder> arrival = () -> Visits.token(offers);
        if (options.wants("checkout")) {
            Latencies.Result floor = floor(market, offers);
            try (Carts carts = new Carts(market, buyerIds)) {
                ratio(
                        floor,
                        load(
                                "checkout: the order placed, the cart being full",
                                Duration.ZERO,
                                arrival,
                                () -> Visits.signedIn(buyers).exec(Visits.checkout(offers, "499", carts::fill)),
                                "half its floor"));
            }
        }
        if (options.wants("purchase")) {
            long before = market.placed();
            Latencies.Result floor = floor(market, offers);
            ratio(
                    floor,
                    load(
                            "purchase: into the cart, checkout page, order placed",
                            Duration.ZERO,
                            arrival,
                            () -> Visits.signedIn(buyers).exec(Visits.purchase(offers)),
                            "500/s"));
            System.out.println((market.placed() - before) + " orders placed by both");
        }
    }

    private Latencies.Result floor(Market market, List<Market.Offer> offers) throws Exception {
        Duration warmUp = options.warmUp().dividedBy(3);
        CompletableFuture<Processors> busy = busy(warmUp);
        Latencies.Result floor = new Floor(market, offers).run(USERS, new Latencies(warmUp, options.length()));
        report.load("floor: the rows of an order by JDBC", floor, busy.join(), "");
        return floor;
    }

    private void ratio(Latencies.Result floor, Latencies.Result result) {
        report.figure("that, to its floor", Report.format("%.0f %%", 100 * result.perSecond() / floor.perSecond()), "");
    }

    /** Puts something into the carts behind the program's back, on a connection that waits for no disk. */
    private static final class Carts implements AutoCloseable {
        private final Connection connection;
        private final PreparedStatement insert;
        private final List<UUID> buyers;

        Carts(Market market, List<UUID> buyers) throws SQLException {
            this.buyers = buyers;
            this.connection = market.connect();
            try (Statement statement = connection.createStatement()) {
                statement.execute("set synchronous_commit = off");
                statement.execute("delete from ordering.cart_line");
            }
            this.insert = connection.prepareStatement("""
                    insert into ordering.cart_line (buyer_id, marketplace_id, seller_id, sku, quantity, added_at)
                    values (?, ?, ?, ?, 1, now())
                    on conflict (buyer_id, marketplace_id, seller_id, sku) do nothing
                    """);
        }

        synchronized void fill(Session user) {
            try {
                insert.setObject(1, buyers.get(user.getInt("number")));
                insert.setString(2, Market.MARKETPLACE);
                insert.setString(3, user.getString("seller"));
                insert.setString(4, user.getString("sku"));
                insert.executeUpdate();
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }

    private void full(
            String name, String what, Supplier<ChainBuilder> arrival, Supplier<ChainBuilder> visit, String goal) {
        if (options.wants(name)) {
            load(what, Duration.ZERO, arrival, visit, goal);
        }
    }

    private Latencies.Result load(
            String what, Duration pace, Supplier<ChainBuilder> arrival, Supplier<ChainBuilder> visit, String goal) {
        String address = "http://localhost:" + port;
        CompletableFuture<Processors> busy = busy(options.warmUp());
        Latencies latencies = new Latencies(options.warmUp(), options.length());
        Latencies.Result result = new Load(address, USERS, pace, arrival, visit, latencies)
                .run(options.work().resolve("gatling"));
        report.load(what, result, busy.join(), goal);
        return result;
    }

    private CompletableFuture<Processors> busy(Duration warmUp) {
        return Processors.between(
                warmUp, options.length(), process, options.work().resolve("data"));
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
