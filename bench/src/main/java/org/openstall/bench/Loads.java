package org.openstall.bench;

import io.gatling.javaapi.core.ChainBuilder;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Puts loads on the program, one after the other, and reports how it bears them. */
final class Loads {
    /** Who visit at the same time. */
    static final int USERS = 8;

    private final Options options;
    private final Program program;
    private final long process;
    private final Report report;

    Loads(Options options, Program program, long process, Report report) {
        this.options = options;
        this.program = program;
        this.process = process;
        this.report = report;
    }

    /** As fast as the program answers, and only if that is wanted. */
    void full(String name, String what, Supplier<ChainBuilder> arrival, Supplier<ChainBuilder> visit, String goal) {
        if (options.wants(name)) {
            load(what, Duration.ZERO, arrival, visit, goal);
        }
    }

    /**
     * @param pace of each user, zero for as fast as the program answers
     * @param goal as it is printed beside the figures
     */
    Latencies.Result load(
            String what, Duration pace, Supplier<ChainBuilder> arrival, Supplier<ChainBuilder> visit, String goal) {
        CompletableFuture<Processors> busy = busy(options.warmUp());
        Latencies latencies = new Latencies(options.warmUp(), options.length());
        Latencies.Result result = new Load(program.address(), USERS, pace, arrival, visit, latencies)
                .run(options.work().resolve("gatling"));
        report.load(what, result, busy.join(), goal);
        return result;
    }

    /** What the processors do from the end of the warm-up on. */
    CompletableFuture<Processors> busy(Duration warmUp) {
        return Processors.between(warmUp, options.length(), process, program.data());
    }
}
