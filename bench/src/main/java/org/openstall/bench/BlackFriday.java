package org.openstall.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Finds out how many buyers for each of those who bought in the busiest hour of Olist's Black Friday the program keeps up
 * with, and then replays the whole day with as many.
 */
final class BlackFriday {
    /** As many as buy at the same moment before the program can be said to be behind. */
    private static final int RUSHING_BUYERS = 400;

    private static final int SCARCE_OFFERS = 40;

    /** Who come for each who bought on Black Friday, to begin with. */
    private static final int FEWEST = 4;

    /** Of Black Friday's clock. */
    private static final int SPEED = 200;

    /** What one purchase in a hundred may take while the program still keeps up. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Options options;
    private final Program program;
    private final long process;
    private final Report report;
    private final Market market;
    private final List<Market.Offer> offers;

    BlackFriday(
            Options options, Program program, long process, Report report, Market market, List<Market.Offer> offers) {
        this.options = options;
        this.program = program;
        this.process = process;
        this.report = report;
        this.market = market;
        this.offers = offers;
    }

    void measure() throws Exception {
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
}
