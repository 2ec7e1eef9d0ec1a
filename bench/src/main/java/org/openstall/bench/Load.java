package org.openstall.bench;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.doWhile;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.pace;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.app.Gatling$;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One kind of visit, made over and over by some users at once. */
final class Load {
    private static final AtomicReference<@Nullable Load> NEXT = new AtomicReference<>();

    private final String address;
    private final int users;
    private final Duration pace;
    private final Supplier<ChainBuilder> arrival;
    private final Supplier<ChainBuilder> visit;
    private final Latencies latencies;

    /**
     * @param pace of each user, zero for as fast as the program answers
     * @param arrival once for each user; like {@code visit}, made only when Gatling is there
     */
    Load(
            String address,
            int users,
            Duration pace,
            Supplier<ChainBuilder> arrival,
            Supplier<ChainBuilder> visit,
            Latencies latencies) {
        this.address = address;
        this.users = users;
        this.pace = pace;
        this.arrival = arrival;
        this.visit = visit;
        this.latencies = latencies;
    }

    Latencies.Result run(Path results) {
        NEXT.set(this);
        int exit = Gatling$.MODULE$.fromArgs(
                new String[] {"-s", Visits.class.getName(), "-nr", "-rf", results.toString()});
        if (exit != 0) {
            throw new IllegalStateException("Gatling ended with " + exit);
        }
        return latencies.result();
    }

    private ChainBuilder repeated() {
        ChainBuilder timed = exec(it -> it.set("began", System.nanoTime()))
                .exec(visit.get())
                .exec(it -> {
                    latencies.add(it.getLong("began"), System.nanoTime(), it.isFailed());
                    return it.markAsSucceeded();
                });
        return doWhile(it -> !latencies.over())
                .on(pace.isZero() ? timed : pace(pace).exec(timed));
    }

    /** Gatling makes it by its name, so it finds its load in {@link #NEXT}. */
    public static final class Visits extends Simulation {
        public Visits() {
            Load load = NEXT.getAndSet(null);
            if (load == null) {
                throw new IllegalStateException("No load to run");
            }
            setUp(scenario("visits")
                            .exec(load.arrival.get())
                            .exec(load.repeated())
                            .injectOpen(atOnceUsers(load.users)))
                    .protocols(protocol(load.address));
        }
    }

    static HttpProtocolBuilder protocol(String address) {
        return http.baseUrl(address)
                .acceptHeader("text/html")
                .acceptLanguageHeader("en-US")
                .userAgentHeader("bench")
                .disableFollowRedirect()
                .disableCaching()
                .disableAutoReferer()
                .check(status().in(200, 303));
    }
}
