package org.openstall.notifications;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that says what a test wants to hear; an empty answer hangs up instead. */
final class ScriptedSmtp implements AutoCloseable {
    /** Says nothing and waits for the other side to go away. */
    static final String SILENCE = "…";

    private final ServerSocket socket;
    private final Map<String, String> answers;
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    /** @param answers by the beginning of what is said to it; "." is the end of a mail */
    ScriptedSmtp(Map<String, String> answers) {
        this.answers = answers;
        try {
            socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** The heads of the mails whose end it has seen. */
    List<String> heads() {
        return heads;
    }

    /** The lines that name these mails. */
    List<String> messageIds() {
        return heads.stream()
                .flatMap(String::lines)
                .filter(it -> it.startsWith("Message-ID:"))
                .toList();
    }

    private void serve() {
        while (!closed) {
            try (Socket client = socket.accept()) {
                talk(client);
            } catch (IOException hungUp) {
                // The next one, if there is one.
            }
        }
    }

    private void talk(Socket client) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        Writer out = new OutputStreamWriter(client.getOutputStream(), StandardCharsets.UTF_8);
        say(out, "220 scripted");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String said = line.toUpperCase(Locale.ROOT);
            String answer = said.startsWith("DATA") ? "354 go on" : answer(said);
            if (answer.isEmpty()) {
                return;
            }
            say(out, answer);
            if (said.startsWith("DATA")) {
                heads.add(read(in));
                String end = answer(".");
                if (end.equals(SILENCE)) {
                    in.readLine();
                    return;
                }
                if (end.isEmpty()) {
                    return;
                }
                say(out, end);
            }
        }
    }

    private String answer(String said) {
        return answers.entrySet().stream()
                .filter(it -> said.startsWith(it.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("250 fine");
    }

    private static String read(BufferedReader in) throws IOException {
        StringBuilder head = new StringBuilder();
        boolean inHead = true;
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            inHead &= !line.isEmpty();
            if (inHead) {
                head.append(line).append('\n');
            }
        }
        return head.toString();
    }

    private static void say(Writer out, String line) throws IOException {
        out.write(line + "\r\n");
        out.flush();
    }

    @Override
    public void close() throws IOException {
        closed = true;
        socket.close();
    }
}
