package org.openstall.bench;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Sends files as a seller's browser does. */
final class Upload {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final Program program;
    private final Map<String, String> cookies;
    private final HttpClient client = HttpClient.newHttpClient();
    private String csrf = "";

    Upload(Program program, Map<String, String> cookies) {
        this.program = program;
        this.cookies = cookies;
    }

    /** Opens the page with the form, as who is about to send a file does first. */
    void open() throws IOException, InterruptedException {
        HttpResponse<String> page = client.send(request().GET().build(), HttpResponse.BodyHandlers.ofString());
        page.headers().allValues("Set-Cookie").stream()
                .flatMap(it -> HttpCookie.parse(it).stream())
                .forEach(it -> cookies.put(it.getName(), it.getValue()));
        Matcher token = TOKEN.matcher(page.body());
        if (!token.find()) {
            throw new IllegalStateException("There is no form on the page");
        }
        csrf = token.group(1);
    }

    /** Sends a file and returns its id. */
    UUID send(String kind, String file) throws IOException, InterruptedException {
        String boundary = "----bench";
        String fields = Map.of("_csrf", csrf, "kind", kind).entrySet().stream()
                .map(it -> "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + it.getKey() + "\"\r\n\r\n"
                        + it.getValue() + "\r\n")
                .collect(Collectors.joining());
        String head = fields + "--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"bench.txt\"\r\n\r\n";
        HttpResponse<Void> answer = client.send(
                request()
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(HttpRequest.BodyPublishers.ofByteArrays(List.of(
                                head.getBytes(StandardCharsets.UTF_8),
                                file.getBytes(StandardCharsets.UTF_8),
                                ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8))))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        String path = answer.headers().firstValue("Location").orElse("");
        if (answer.statusCode() != 303) {
            throw new IllegalStateException("The file is not taken: " + answer.statusCode());
        }
        return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    }

    private HttpRequest.Builder request() {
        String cookie = cookies.entrySet().stream()
                .map(it -> it.getKey() + "=" + it.getValue())
                .collect(Collectors.joining("; "));
        return HttpRequest.newBuilder(URI.create(program.address() + "/seller/inventory/files"))
                .header("Cookie", cookie);
    }
}
