package org.openstall.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * How long program, PostgreSQL and load generator have kept processors busy. Unlike the throughput, it hardly depends
 * on what else the machine does.
 */
record Processors(Duration program, Duration postgresql, Duration generator) {

    static Processors read(long program, Path data) {
        try {
            long postmaster = Long.parseLong(Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                    .getFirst()
                    .strip());
            Duration postgresql = ProcessHandle.of(postmaster).stream()
                    .flatMap(it -> Stream.concat(Stream.of(it), it.descendants()))
                    .map(Processors::of)
                    .reduce(Duration.ZERO, Duration::plus);
            return new Processors(
                    ProcessHandle.of(program).map(Processors::of).orElse(Duration.ZERO),
                    postgresql,
                    ManagementFactory.getOperatingSystemMXBean()
                                    instanceof com.sun.management.OperatingSystemMXBean system
                            ? Duration.ofNanos(system.getProcessCpuTime())
                            : Duration.ZERO);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Duration of(ProcessHandle process) {
        Optional<Duration> busy = process.info().totalCpuDuration();
        return busy.orElse(Duration.ZERO);
    }

    /** What is used between two moments from now. */
    static CompletableFuture<Processors> between(Duration from, Duration length, long program, Path data) {
        return CompletableFuture.supplyAsync(() -> {
            pause(from);
            Processors before = read(program, data);
            pause(length);
            return read(program, data).minus(before);
        });
    }

    private static void pause(Duration time) {
        try {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }

    Processors minus(Processors earlier) {
        return new Processors(
                program.minus(earlier.program),
                postgresql.minus(earlier.postgresql),
                generator.minus(earlier.generator));
    }

    /** Milliseconds of each for one of so many visits. */
    String shares(int visits) {
        double all = visits * 1e6;
        return Report.format(
                "%.2f + %.2f + %.2f ms",
                program.toNanos() / all, postgresql.toNanos() / all, generator.toNanos() / all);
    }
}
