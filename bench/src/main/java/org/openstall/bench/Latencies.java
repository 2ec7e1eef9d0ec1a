package org.openstall.bench;

import java.time.Duration;
import java.util.Arrays;

/** How long each of many things took that began within a span of time; what begins before it is warm-up. */
final class Latencies {
    private final long from;
    private final Duration length;
    private long[] nanos = new long[1 << 16];
    private int count;
    private int failures;

    Latencies(Duration warmUp, Duration length) {
        this.from = System.nanoTime() + warmUp.toNanos();
        this.length = length;
    }

    synchronized void add(long began, long ended, boolean failed) {
        if (began - from < 0 || ended - from > length.toNanos()) {
            return;
        }
        if (failed) {
            failures++;
            return;
        }
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count] = ended - began;
        count++;
    }

    boolean over() {
        return System.nanoTime() - from > length.toNanos();
    }

    synchronized Result result() {
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return new Result(
                count / (length.toNanos() / 1e9), percentile(sorted, 50), percentile(sorted, 99), count, failures);
    }

    private static double percentile(long[] sorted, int percent) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) ((sorted.length - 1L) * percent / 100)] / 1e6;
    }

    /** Times in milliseconds. */
    record Result(double perSecond, double median, double p99, int count, int failures) {

        /** The same, if it took so long and not until the end of the span. */
        Result over(Duration time) {
            return new Result(count / (time.toNanos() / 1e9), median, p99, count, failures);
        }
    }
}
