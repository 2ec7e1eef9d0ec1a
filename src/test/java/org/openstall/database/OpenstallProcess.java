package org.openstall.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Openstall started from a shell, as a process of its own. */
final class OpenstallProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;
    private final StringBuilder said = new StringBuilder();

    private OpenstallProcess(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    static OpenstallProcess start(Path data, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "org.openstall.Openstall"));
        command.addAll(List.of(words));
        command.addAll(List.of(
                "--server.port=0",
                "--openstall.data=" + data,
                "--openstall.postgresql.programs="
                        + Path.of("target/postgresql").toAbsolutePath()));
        return new OpenstallProcess(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    long pid() {
        return process.pid();
    }

    /** Waits until the server says that it is ready. */
    OpenstallProcess ready() throws IOException {
        while (said.indexOf("Openstall is ready") < 0) {
            String line = output.readLine();
            if (line == null) {
                throw new AssertionError("Openstall ended before it was ready, saying:\n" + said);
            }
            said.append(line).append('\n');
        }
        return this;
    }

    /** Waits for the end and gives the exit code. */
    int exitCode() throws IOException, InterruptedException {
        output.lines().forEach(line -> said.append(line).append('\n'));
        return process.waitFor();
    }

    /** As Ctrl-C does. */
    void stop() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    String said() {
        return said.toString();
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        output.close();
    }
}
