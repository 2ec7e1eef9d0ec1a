package org.openstall.bench;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.PGConnection;

/**
 * A price-and-quantity file of a seller with very many offers, from the upload until it is live, while somebody reads
 * all his offers over and over: every quantity of the file is the same, so that two would be a mixture.
 */
final class InventoryFile {
    private static final Pattern PUBLISHED = Pattern.compile("published in (\\d+) ms");

    private final Market market;
    private final Program program;
    private final Program.Running running;
    private final Stock stock;
    private final Upload upload;

    InventoryFile(Market market, Program program, Program.Running running, Stock stock, Map<String, String> cookies) {
        this.market = market;
        this.program = program;
        this.running = running;
        this.stock = stock;
        this.upload = new Upload(program, cookies);
    }

    /**
     * What a run has shown.
     *
     * @param live from the first byte sent until everybody sees the change
     * @param sorted until his inventory is sorted by it, too
     * @param publishing the transaction that makes it seen
     * @param longestRead of all the seller's offers
     * @param mixtures reads that saw both old and new
     * @param growth of the program's resident memory, in mebibytes
     */
    record Result(
            Duration live,
            Duration sorted,
            Duration publishing,
            Duration longestRead,
            long reads,
            long mixtures,
            long growth) {}

    /** A file and, just before it, its floor. */
    record Pair(Duration floor, Result result) {
        double share() {
            return (double) floor.toNanos() / result.live().toNanos();
        }
    }

    Result run(int rows, int quantity) throws IOException, InterruptedException, SQLException {
        String file = rows(rows, quantity);
        running.rest();
        upload.open();
        long before = running.resident();
        AtomicLong most = new AtomicLong(before);
        try (Reader reader = new Reader(rows)) {
            long began = System.nanoTime();
            UUID id = upload.send("PRICE_AND_QUANTITY", file);
            while (!market.isLive(id)) {
                most.accumulateAndGet(running.resident(), Math::max);
                TimeUnit.MILLISECONDS.sleep(20);
            }
            Duration live = Duration.ofNanos(System.nanoTime() - began);
            reader.stop();
            while (market.isBehind(stock)) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            return new Result(
                    live,
                    Duration.ofNanos(System.nanoTime() - began),
                    published(),
                    Duration.ofNanos(reader.longest),
                    reader.reads,
                    reader.mixtures,
                    most.get() - before);
        }
    }

    /** The same rows by COPY into a temporary table and one UPDATE, in one transaction, beside the same reader. */
    Duration floor(int rows, int quantity) throws IOException, InterruptedException, SQLException {
        String file = rows(rows, quantity);
        running.rest();
        try (Reader reader = new Reader(rows);
                Connection connection = market.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            long began = System.nanoTime();
            statement.execute("""
                    create temporary table given (sku text collate "C", price numeric, quantity integer)
                    on commit drop
                    """);
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy given from stdin (header true)", new StringReader(file));
            statement.executeUpdate("""
                    update listings.offer o
                       set price_minor = given.price * 100, quantity = given.quantity
                      from given
                     where o.seller_id = '%s'
                       and o.marketplace_id = '%s'
                       and o.sku = given.sku
                    """.formatted(stock.seller(), Market.MARKETPLACE));
            connection.commit();
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            reader.stop();
            return took;
        }
    }

    private String rows(int rows, int quantity) {
        StringBuilder file = new StringBuilder("sku\tprice\tquantity\n");
        for (int i = 0; i < rows; i++) {
            file.append(stock.sku(i))
                    .append('\t')
                    .append(10 + quantity % 50)
                    .append(".50\t")
                    .append(quantity)
                    .append('\n');
        }
        return file.toString();
    }

    /** As the program's log has it. */
    private Duration published() throws IOException {
        String log = Files.readString(program.log());
        Matcher line = PUBLISHED.matcher(log);
        long millis = -1;
        while (line.find()) {
            millis = Long.parseLong(line.group(1));
        }
        return Duration.ofMillis(millis);
    }

    /** Reads all the seller's offers over and over, until it is closed. */
    private final class Reader implements Runnable, AutoCloseable {
        private final Connection connection = market.connect();
        private final int rows;
        private final AtomicBoolean over = new AtomicBoolean();
        private final Thread reading;
        private long longest;
        private long reads;
        private long mixtures;

        Reader(int rows) throws SQLException {
            this.rows = rows;
            this.reading = Thread.ofPlatform().start(this);
        }

        @Override
        public void run() {
            try (PreparedStatement read = connection.prepareStatement("""
                    select count(*), count(distinct quantity)
                      from listings.offer
                     where seller_id = '%s'
                       and sku < ?
                    """.formatted(stock.seller()))) {
                read.setString(1, stock.sku(rows));
                while (!over.get()) {
                    long began = System.nanoTime();
                    try (ResultSet row = read.executeQuery()) {
                        row.next();
                        mixtures += row.getInt(1) == rows && row.getInt(2) == 1 ? 0 : 1;
                    }
                    longest = Math.max(longest, System.nanoTime() - began);
                    reads++;
                    TimeUnit.MILLISECONDS.sleep(50);
                }
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            } catch (InterruptedException interruption) {
                Thread.currentThread().interrupt();
            }
        }

        void stop() throws InterruptedException {
            over.set(true);
            reading.join();
        }

        @Override
        public void close() throws SQLException {
            over.set(true);
            connection.close();
        }
    }
}
