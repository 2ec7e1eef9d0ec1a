package org.openstall.bench;

import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.css;
import static io.gatling.javaapi.core.CoreDsl.doIf;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.exitHereIf;
import static io.gatling.javaapi.core.CoreDsl.nothingFor;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.rampUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.Cookie;
import static io.gatling.javaapi.http.HttpDsl.addCookie;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.app.Gatling$;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.OpenInjectionStep;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * People who come when they like, not when the program has time: each looks at a product, puts it into the cart and
 * buys it. One in ten wants one of a few things of which there are too few.
 */
final class Rush {
    private static final AtomicReference<@Nullable Rush> NEXT = new AtomicReference<>();
    private static final Duration LONGEST = Duration.ofHours(2);

    private final String address;
    private final Arrivals arrivals;
    private final int speed;
    private final int times;
    private final List<Map<String, String>> buyers;
    private final List<Market.Offer> scarce;
    private final List<Market.Offer> plenty;
    private final Queue<Integer> free = new ConcurrentLinkedQueue<>();
    private final Latencies purchases = new Latencies(Duration.ZERO, LONGEST);
    private final Latencies checkouts = new Latencies(Duration.ZERO, LONGEST);
    private final AtomicInteger placed = new AtomicInteger();
    private final AtomicInteger soldOut = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();

    /**
     * @param speed how many times as fast as the arrivals were
     * @param times how many come for each who came
     * @param buyers cookies of people who buy in turn, each one thing at a time; who comes when all are busy waits
     */
    Rush(
            String address,
            Arrivals arrivals,
            int speed,
            int times,
            List<Map<String, String>> buyers,
            List<Market.Offer> scarce,
            List<Market.Offer> plenty) {
        this.address = address;
        this.arrivals = arrivals;
        this.speed = speed;
        this.times = times;
        this.buyers = buyers;
        this.scarce = scarce;
        this.plenty = plenty;
        IntStream.range(0, buyers.size()).forEach(free::add);
    }

    /**
     * What has become of all who came.
     *
     * @param purchases from arriving to having bought
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
        long began = System.nanoTime();
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
                Duration.ofNanos(System.nanoTime() - began));
    }

    private ChainBuilder purchase() {
        return exec(it -> {
                    List<Market.Offer> wanted = ThreadLocalRandom.current().nextInt(10) == 0 ? scarce : plenty;
                    Market.Offer offer = wanted.get(ThreadLocalRandom.current().nextInt(wanted.size()));
                    return it.set("arrived", System.nanoTime())
                            .set("product", offer.product())
                            .set("seller", offer.seller())
                            .set("sku", offer.sku());
                })
                .exec(asLongAs(it -> !it.contains("number"))
                        .on(exec(this::takeBuyer)
                                .doIf(it -> !it.contains("number"))
                                .then(pause(Duration.ofMillis(5)))))
                .exec(addCookie(Cookie("session", "#{session}").withDomain("localhost")))
                .exec(http("product")
                        .get("/products/#{product}")
                        .check(
                                status().is(200),
                                css("input[name=_csrf]", "value").optional().saveAs("_csrf")))
                .exec(leaveIf(it -> !it.contains("_csrf")))
                .exec(Visits.add())
                .exec(leaveIf(it -> !it.getString("added").equals("/cart")))
                .exec(Visits.checkoutPage())
                .exec(doIf(it -> it.contains("seen"))
                        .then(exec(it -> it.set("clicked", System.nanoTime())).exec(Visits.place())))
                .exec(this::leave)
                .exec(doIf(it -> !it.contains("placed")).then(Visits.remove()))
                .exec(this::giveBack);
    }

    private ChainBuilder leaveIf(java.util.function.Function<Session, Boolean> over) {
        return doIf(over).then(exec(this::leave).exec(this::giveBack)).exec(exitHereIf(over));
    }

    private Session takeBuyer(Session session) {
        Integer number = free.poll();
        return number == null
                ? session
                : session.set("number", number)
                        .set("session", buyers.get(number).get("session"));
    }

    private Session leave(Session session) {
        long now = System.nanoTime();
        if (!session.isFailed() && session.contains("placed")) {
            placed.incrementAndGet();
            purchases.add(session.getLong("arrived"), now, false);
            checkouts.add(session.getLong("clicked"), now, false);
        } else if (!session.isFailed()) {
            soldOut.incrementAndGet();
        } else {
            lost.incrementAndGet();
        }
        return session;
    }

    private Session giveBack(Session session) {
        free.add(session.getInt("number"));
        return session;
    }

    private OpenInjectionStep[] steps() {
        Duration minute = Duration.ofMinutes(1).dividedBy(speed);
        return arrivals.perMinute()
                .mapToObj(it ->
                        it == 0 ? nothingFor(minute) : rampUsers(it * times).during(minute))
                .toArray(OpenInjectionStep[]::new);
    }

    /** Gatling makes it by its name, so it finds its rush in {@link #NEXT}. */
    public static final class Buyers extends Simulation {
        public Buyers() {
            Rush rush = NEXT.getAndSet(null);
            if (rush == null) {
                throw new IllegalStateException("No rush to run");
            }
            setUp(scenario("buyers").exec(rush.purchase()).injectOpen(rush.steps()))
                    .protocols(Load.protocol(rush.address));
        }
    }
}
