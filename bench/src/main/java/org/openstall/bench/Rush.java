package org.openstall.bench;

import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.css;
import static io.gatling.javaapi.core.CoreDsl.doIf;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.app.Gatling$;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * People who come when they like, not when the program has time: each looks at a product, puts it into the cart and
 * buys it. One in ten wants one of a few things of which there are too few. Who comes while all buyers are busy waits,
 * and his time counts from when he came.
 */
final class Rush {
    private static final AtomicReference<@Nullable Rush> NEXT = new AtomicReference<>();
    private static final Duration LONGEST = Duration.ofHours(2);

    private final String address;
    private final long[] arrivals;
    private final List<Map<String, String>> buyers;
    private final List<Market.Offer> scarce;
    private final List<Market.Offer> plenty;
    private final Latencies purchases = new Latencies(Duration.ZERO, LONGEST);
    private final Latencies checkouts = new Latencies(Duration.ZERO, LONGEST);
    private final AtomicInteger came = new AtomicInteger();
    private final AtomicInteger placed = new AtomicInteger();
    private final AtomicInteger soldOut = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();
    private final AtomicReference<@Nullable Long> began = new AtomicReference<>();

    /**
     * @param arrivals nanoseconds from the beginning, in order
     * @param buyers cookies of people who buy, each one thing at a time
     */
    Rush(
            String address,
            long[] arrivals,
            List<Map<String, String>> buyers,
            List<Market.Offer> scarce,
            List<Market.Offer> plenty) {
        this.address = address;
        this.arrivals = arrivals;
        this.buyers = buyers;
        this.scarce = scarce;
        this.plenty = plenty;
    }

    /**
     * What has become of all who came.
     *
     * @param purchases from coming to having bought
     * @param checkouts the last click alone
     * @param lost answered neither by an order nor by "sold out"
     */
    record Result(
            Latencies.Result purchases, Latencies.Result checkouts, int placed, int soldOut, int lost, Duration took) {
        double perSecond() {
            return placed * 1e9 / took.toNanos();
        }
    }

    Result run(Path results) {
        NEXT.set(this);
        int exit = Gatling$.MODULE$.fromArgs(
                new String[] {"-s", Buyers.class.getName(), "-nr", "-rf", results.toString()});
        if (exit != 0) {
            throw new IllegalStateException("Gatling ended with " + exit);
        }
        return new Result(
                purchases.result(),
                checkouts.result(),
                placed.get(),
                soldOut.get(),
                lost.get(),
                Duration.ofNanos(System.nanoTime() - beginning()));
    }

    /** When the first buyer was ready. */
    private long beginning() {
        Long first = began.get();
        if (first != null) {
            return first;
        }
        began.compareAndSet(null, System.nanoTime());
        return beginning();
    }

    private ChainBuilder buyer() {
        return exec(Visits.signedIn(buyers))
                .exec(asLongAs(it -> it.getInt("next") < arrivals.length, "purchases")
                        .on(pause(it -> Duration.ofNanos(
                                        Math.max(0, arrivals[it.getInt("next")] + beginning() - System.nanoTime())))
                                .exec(this::choose)
                                .exec(purchase())
                                .exec(this::next)));
    }

    private Session next(Session session) {
        return session.removeAll("_csrf", "added", "seen", "placed")
                .markAsSucceeded()
                .set("next", came.getAndIncrement());
    }

    private Session choose(Session session) {
        List<Market.Offer> wanted = ThreadLocalRandom.current().nextInt(10) == 0 ? scarce : plenty;
        Market.Offer offer = wanted.get(ThreadLocalRandom.current().nextInt(wanted.size()));
        return session.set("product", offer.product())
                .set("seller", offer.seller())
                .set("sku", offer.sku());
    }

    private ChainBuilder purchase() {
        return exec(http("product")
                        .get("/products/#{product}")
                        .check(
                                status().is(200),
                                css("input[name=_csrf]", "value").optional().saveAs("_csrf")))
                .exec(doIf(it -> it.contains("_csrf")).then(Visits.add()))
                .exec(doIf(it -> "/cart".equals(it.getString("added"))).then(Visits.checkoutPage()))
                .exec(doIf(it -> it.contains("seen"))
                        .then(exec(it -> it.set("clicked", System.nanoTime())).exec(Visits.place())))
                .exec(this::leave)
                .exec(doIf(it -> "/cart".equals(it.getString("added")) && !it.contains("placed"))
                        .then(Visits.remove()));
    }

    private Session leave(Session session) {
        long now = System.nanoTime();
        if (session.isFailed()) {
            lost.incrementAndGet();
        } else if (session.contains("placed")) {
            placed.incrementAndGet();
            purchases.add(beginning() + arrivals[session.getInt("next")], now, false);
            checkouts.add(session.getLong("clicked"), now, false);
        } else {
            soldOut.incrementAndGet();
        }
        return session;
    }

    /** Gatling makes it by its name, so it finds its rush in {@link #NEXT}. */
    public static final class Buyers extends Simulation {
        public Buyers() {
            Rush rush = NEXT.getAndSet(null);
            if (rush == null) {
                throw new IllegalStateException("No rush to run");
            }
            setUp(scenario("buyers").exec(rush::next).exec(rush.buyer()).injectOpen(atOnceUsers(rush.buyers.size())))
                    .protocols(Load.protocol(rush.address));
        }
    }
}
