package org.openstall.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.zip.GZIPInputStream;

/** How many people bought in each minute of a span of time. */
final class Arrivals {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final int MINUTES_A_DAY = 24 * 60;

    private final int[] perMinute;

    private Arrivals(int... perMinute) {
        this.perMinute = perMinute;
    }

    /** From a file of orders such as Olist's, whose fourth column is the local time of the purchase. */
    static Arrivals of(Path orders, LocalDate first, LocalDate last) throws IOException {
        int[] perMinute = new int[(int) (ChronoUnit.DAYS.between(first, last) + 1) * MINUTES_A_DAY];
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(orders)), StandardCharsets.UTF_8))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                LocalDateTime at = LocalDateTime.parse(line.split(",", 5)[3].replace("\"", ""), TIME);
                long minute = ChronoUnit.MINUTES.between(first.atStartOfDay(), at);
                if (!at.toLocalDate().isBefore(first) && minute < perMinute.length) {
                    perMinute[(int) minute]++;
                }
            }
        }
        return new Arrivals(perMinute);
    }

    /** One of its days, counted from zero. */
    Arrivals day(int number) {
        return part(number * MINUTES_A_DAY, MINUTES_A_DAY);
    }

    Arrivals busiestHour() {
        int start = IntStream.rangeClosed(0, perMinute.length - 60)
                .reduce(0, (best, it) -> part(it, 60).count() > part(best, 60).count() ? it : best);
        return part(start, 60);
    }

    private Arrivals part(int from, int minutes) {
        return new Arrivals(Arrays.copyOfRange(perMinute, from, from + minutes));
    }

    int count() {
        return Arrays.stream(perMinute).sum();
    }

    /**
     * When each comes, in nanoseconds from the beginning.
     *
     * @param speed how many times as fast as it was
     * @param times how many come for each who came, at even distances within his minute
     */
    long[] moments(int speed, int times) {
        double minute = Duration.ofMinutes(1).toNanos() / (double) speed;
        return IntStream.range(0, perMinute.length)
                .boxed()
                .flatMapToLong(at -> LongStream.range(0, (long) perMinute[at] * times)
                        .map(it -> (long) (minute * (at + (it + 0.5) / (perMinute[at] * (double) times)))))
                .toArray();
    }

    /** How long it takes, so many times as fast as it was. */
    Duration length(int speed) {
        return Duration.ofMinutes(perMinute.length).dividedBy(speed);
    }
}
