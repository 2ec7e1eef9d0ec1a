package org.openstall.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** How long files of prices and quantities take to be live, and what readers see meanwhile. */
final class InventoryFiles {
    /** Of a usual file. */
    static final int ROWS = 100_000;

    private final Program program;
    private final Program.Running running;
    private final Report report;
    private final Market market;

    InventoryFiles(Program program, Program.Running running, Report report, Market market) {
        this.program = program;
        this.running = running;
        this.report = report;
        this.market = market;
    }

    /** Files and their floors in turn, as the machine is faster and slower from minute to minute; told is the middle. */
    void measure(int rows) throws IOException, InterruptedException, SQLException {
        market.fillShelves(rows);
        market.user(Stock.SHELVES.email(), Stock.SHELVES.seller());
        Map<String, String> cookies = Browser.signedIn(program.address(), Stock.SHELVES.email(), Market.PASSWORD);
        InventoryFile file = new InventoryFile(market, program, running, Stock.SHELVES, cookies);
        boolean first = rows == ROWS;
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
    void measureOfAMillion() throws IOException, InterruptedException, SQLException {
        MillionSkus.fill(market, Stock.MIXED);
        InventoryFile file = new InventoryFile(
                market,
                program,
                running,
                Stock.MIXED,
                Browser.signedIn(program.address(), Stock.MIXED.email(), Market.PASSWORD));
        file.run(ROWS, 2);
        InventoryFile.Result result = file.run(ROWS, 4);
        String what = Report.format("file of %,d prices and quantities, of a seller with a million, ", ROWS);
        report.time(what + "upload to live", result.live(), "15 s");
        report.time(what + "until his inventory is sorted by it", result.sorted(), "");
        report.time(what + "the publishing transaction", result.publishing(), "3 s");
    }
}
