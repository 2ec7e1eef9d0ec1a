package org.openstall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without JavaScript. It keeps cookies and sends the token that posts need, but follows no redirect. */
public final class TestBrowser {
    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    private final String origin;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private String language = "en";

    TestBrowser(String origin) {
        this.origin = origin;
    }

    /** What came back. */
    public record Answer(int status, Map<String, List<String>> headers, String body) {

        /** Where a redirect leads within the program, or an empty text. */
        public String location() {
            return header("location");
        }

        /** The first header of that name, in small letters, or an empty text. */
        public String header(String name) {
            return headers.getOrDefault(name, List.of("")).getFirst();
        }

        /** What a person reads: the page without tags, blanks run together. */
        public String text() {
            return TAG.matcher(body)
                    .replaceAll(" ")
                    .replace("&#39;", "'")
                    .replace("&#34;", "\"")
                    .replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&amp;", "&")
                    .replaceAll("[\\s\u00a0\u202f]+", " ");
        }

        /** The first group of the first match in the page's source. */
        public String find(String pattern) {
            Matcher matcher = Pattern.compile(pattern).matcher(body);
            assertThat(matcher.find()).as(pattern).isTrue();
            return matcher.group(1);
        }
    }

    /** Asks for pages in a language from now on, by its tag. */
    public TestBrowser speaking(String tag) {
        language = tag;
        return this;
    }

    public Answer get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** Sends a form; {@code fields} are names and values in turn. */
    public Answer post(String path, String... fields) {
        return send(request(path).POST(form(fields)));
    }

    /** Sends a form that stands on a page, whose address browsers tell. */
    public Answer postFrom(String page, String path, String... fields) {
        return send(request(path, "Referer", origin + page).POST(form(fields)));
    }

    /** Sends a form with a file; {@code fields} are names and values in turn. */
    public Answer upload(String path, String name, byte[] file, String... fields) {
        String boundary = "----a-boundary-of-a-test";
        StringBuilder head = new StringBuilder();
        List<String> all = new ArrayList<>(List.of("_csrf", csrf()));
        all.addAll(List.of(fields));
        for (int i = 0; i < all.size(); i += 2) {
            head.append("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(boundary, all.get(i), all.get(i + 1)));
        }
        head.append("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
                .formatted(boundary, name));
        return send(request(path, "Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArrays(List.of(
                        head.toString().getBytes(StandardCharsets.UTF_8),
                        file,
                        ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8)))));
    }

    /** Sends a form with a token that no page has given. */
    public Answer postForged(String path) {
        return send(request(path).POST(HttpRequest.BodyPublishers.ofString("_csrf=forged")));
    }

    /** Sends a form as htmx does, which wants only a part of the page. */
    public Answer postForFragment(String path, String... fields) {
        return send(request(path, "HX-Request", "true").POST(form(fields)));
    }

    public void signIn(String email, String password) {
        Answer answer = post("/sign-in", "email", email, "password", password);
        assertThat(answer.status())
                .as("Signing %s in: %s", email, answer.text())
                .isEqualTo(303);
    }

    public Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(it -> it.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    public void setCookie(String name, String value) {
        HttpCookie cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(URI.create(origin), cookie);
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(origin + path)).header("Accept-Language", language);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request;
    }

    private HttpRequest.BodyPublisher form(String... fields) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        all.put("_csrf", List.of(csrf()));
        for (int i = 0; i < fields.length; i += 2) {
            all.computeIfAbsent(fields[i], it -> new ArrayList<>()).add(fields[i + 1]);
        }
        return HttpRequest.BodyPublishers.ofString(all.entrySet().stream()
                .flatMap(it -> it.getValue().stream().map(value -> encoded(it.getKey()) + '=' + encoded(value)))
                .collect(Collectors.joining("&")));
    }

    /** Every page has a form that carries the token; the one for what does not exist opens for everybody. */
    private String csrf() {
        return get("/no-such-page").find("name=\"_csrf\" value=\"([^\"]+)\"");
    }

    private Answer send(HttpRequest.Builder request) {
        if (request.build().method().equals("POST")) {
            request.header("Content-Type", "application/x-www-form-urlencoded");
        }
        try {
            HttpResponse<String> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            Map<String, List<String>> headers = new HashMap<>(response.headers().map());
            headers.computeIfPresent("location", (name, values) -> values.stream()
                    .map(it -> it.replace(origin, ""))
                    .toList());
            return new Answer(response.statusCode(), headers, response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
