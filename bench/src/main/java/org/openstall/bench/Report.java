package org.openstall.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures as a table in Markdown, with the machine they were taken on. */
final class Report {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private final List<String> rows = new ArrayList<>();

    private void row(String what, String figure, String median, String p99, String busy, String goal) {
        String row = "| " + String.join(" | ", what, figure, median, p99, busy, goal) + " |";
        rows.add(row);
        System.out.println(row);
    }

    void load(String what, Latencies.Result result, Processors busy, String goal) {
        String failures = result.failures() == 0 ? "" : format(", %,d failed", result.failures());
        row(
                what,
                format("%,.0f/s", result.perSecond()) + failures,
                format("%.1f ms", result.median()),
                format("%.1f ms", result.p99()),
                result.count() == 0 ? "" : busy.shares(result.count()),
                goal);
    }

    void time(String what, Duration time, String goal) {
        row(what, format("%.1f s", time.toMillis() / 1e3), "", "", "", goal);
    }

    void figure(String what, String figure, String goal) {
        row(what, figure, "", "", "", goal);
    }

    static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    void write(Path file) throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "Measured " + TIME.format(Instant.now()) + " on " + machine() + ".",
                "",
                "| measured | figure | median | p99 | processor time a visit | goal |",
                "|---|---:|---:|---:|---:|---|"));
        lines.addAll(rows);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, lines);
        lines.forEach(System.out::println);
    }

    private static String machine() throws IOException {
        Path cpus = Path.of("/proc/cpuinfo");
        String model = !Files.exists(cpus)
                ? "unknown processor"
                : Files.readAllLines(cpus).stream()
                        .filter(it -> it.startsWith("model name"))
                        .map(it -> it.substring(it.indexOf(':') + 1).strip())
                        .findFirst()
                        .orElse("unknown processor");
        long memory =
                ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                        ? system.getTotalMemorySize() >> 30
                        : 0;
        return format(
                "%d cores (%s), %d GiB of memory, %s %s, %s %s; program, PostgreSQL and load generator share them",
                Runtime.getRuntime().availableProcessors(),
                model,
                memory,
                System.getProperty("os.name"),
                System.getProperty("os.version").replaceFirst("-.*", ""),
                System.getProperty("java.vm.name"),
                System.getProperty("java.version"));
    }
}
