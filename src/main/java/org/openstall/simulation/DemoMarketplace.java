package org.openstall.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.openstall.health.Health;
import org.openstall.kernel.MovableClock;
import org.openstall.listings.Sales;
import org.openstall.marketplaces.Calendars;
import org.openstall.marketplaces.Marketplace;
import org.openstall.marketplaces.Marketplaces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Gives an empty marketplace its sixty days of life before the web server opens, so that nobody meets a clock that
 * is not the time. A marketplace in which something has been ordered is left alone, unless those are the days of a start
 * that was killed.
 */
@Component
@ConditionalOnBooleanProperty("openstall.demo")
@ConditionalOnWebApplication
class DemoMarketplace implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(DemoMarketplace.class);

    private final Walk walk;
    private final LiveMarket liveMarket;
    private final DemoRunStore runs;
    private final Marketplaces marketplaces;
    private final Calendars calendars;
    private final Health health;
    private final Sales sales;
    private final MovableClock clock;
    private final long seed;
    private final int days;
    private final boolean goesOn;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private volatile boolean running;

    DemoMarketplace(
            Walk walk,
            LiveMarket liveMarket,
            DemoRunStore runs,
            Marketplaces marketplaces,
            Calendars calendars,
            Health health,
            Sales sales,
            MovableClock clock,
            @Value("${openstall.demo.seed:1994}") long seed,
            @Value("${openstall.demo.days:60}") int days,
            @Value("${openstall.demo.live:true}") boolean goesOn) {
        this.walk = walk;
        this.liveMarket = liveMarket;
        this.runs = runs;
        this.marketplaces = marketplaces;
        this.calendars = calendars;
        this.health = health;
        this.sales = sales;
        this.clock = clock;
        this.seed = seed;
        this.days = days;
        this.goesOn = goesOn;
    }

    @Override
    public void start() {
        running = true;
        Marketplace marketplace = marketplaces.get(Marketplaces.US);
        Optional<DemoRun> before = runs.find(marketplace.id());
        if (before.isPresent() && !before.get().isOver()) {
            DemoRun run = before.get();
            live(season(marketplace, run.seed(), run.begins(), run.ends()));
        } else if (before.isEmpty() && health.lastOrderDay(marketplace.id()).isEmpty()) {
            Instant now = clock.instant();
            Instant begins = marketplace.startOf(marketplace.dayOf(now).minusDays(days));
            live(season(marketplace, seed, begins, now));
        } else if (before.isPresent() && goesOn) {
            leaveWhenStopped();
            if (liveMarket.catchUp(Duration.ofDays(days), stopped::get)) {
                sales.ageAll();
            }
        }
    }

    private Season season(Marketplace marketplace, long seed, Instant begins, Instant ends) {
        return new Season(
                marketplace,
                calendars.of(marketplace.id()),
                marketplaces.policies(marketplace.id()),
                begins,
                ends,
                seed);
    }

    private void live(Season season) {
        LOG.info("Living through {} days of the demo marketplace; this happens once", days);
        leaveWhenStopped();
        long started = System.nanoTime();
        walk.live(season, stopped::get);
        sales.ageAll();
        if (stopped.get()) {
            LOG.info("The demo marketplace is not finished; the next start goes on with it");
        } else {
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - started);
            LOG.info("The demo marketplace has lived in {} s", seconds);
        }
    }

    /** When the process is told to end, Spring waits for the start to come to its end first. */
    private void leaveWhenStopped() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopped.set(true)));
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
    }
}
