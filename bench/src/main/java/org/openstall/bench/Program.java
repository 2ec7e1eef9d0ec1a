package org.openstall.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The program on one data directory, run by the scripts that everybody runs it by. */
final class Program {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Path root;
    private final Path data;
    private final int port;
    private final Path log;

    Program(Path root, Path data, int port) {
        this.root = root;
        this.data = data;
        this.port = port;
        this.log = data.resolveSibling(data.getFileName() + ".log");
    }

    String address() {
        return "http://localhost:" + port;
    }

    Path data() {
        return data;
    }

    /** What it has said, from all its starts. */
    Path log() {
        return log;
    }

    /** Starts the program and waits until it is up. */
    Running start() throws IOException, InterruptedException {
        long began = System.nanoTime();
        // The script replaces itself by Java, so its process is the program's.
        Process process = builder(List.of("bin/run", "--openstall.demo=true", "--server.port=" + port), Map.of())
                .start();
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest health = HttpRequest.newBuilder(URI.create(address() + "/actuator/health"))
                .build();
        while (!isUp(client, health)) {
            if (!process.isAlive() || System.nanoTime() - began > PATIENCE.toNanos()) {
                process.destroy();
                throw new IllegalStateException("The program does not come up; see " + log);
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return new Running(process, Duration.ofNanos(System.nanoTime() - began));
    }

    private static boolean isUp(HttpClient client, HttpRequest health) throws InterruptedException {
        try {
            return client.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    record Running(Process process, Duration took) implements AutoCloseable {

        /** Mebibytes in memory. */
        long resident() throws IOException {
            return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                    .filter(it -> it.startsWith("VmRSS:"))
                    .mapToLong(it -> Long.parseLong(it.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(-1);
        }

        /** Waits until the program is done with what came before: until it takes less than a tenth of a processor. */
        void rest() throws InterruptedException {
            long patience = System.nanoTime() + PATIENCE.toNanos();
            Duration before = busy();
            boolean resting = false;
            while (!resting && System.nanoTime() < patience) {
                TimeUnit.SECONDS.sleep(1);
                Duration now = busy();
                resting = now.minus(before).toMillis() < 100;
                before = now;
            }
        }

        private Duration busy() {
            return process.info().totalCpuDuration().orElse(Duration.ZERO);
        }

        @Override
        public void close() {
            process.destroy();
            try {
                if (!process.waitFor(60, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException interruption) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Runs a command to its end. */
    Duration run(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        long began = System.nanoTime();
        List<String> words = new ArrayList<>(List.of("bin/openstall"));
        words.addAll(Arrays.asList(command));
        int exit = builder(words, environment).start().waitFor();
        if (exit != 0) {
            throw new IllegalStateException(String.join(" ", words) + " ended with " + exit + "; see " + log);
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private ProcessBuilder builder(List<String> command, Map<String, String> environment) {
        List<String> words = new ArrayList<>(command);
        words.add("--openstall.data=" + data);
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        return builder;
    }
}
