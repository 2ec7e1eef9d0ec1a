package org.openstall;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A person's browser, as far as HTTP goes: it keeps cookies, follows no redirect by itself, and posts forms with the
 * CSRF token of the page it looked at last.
 */
public final class Browser {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final URI home;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private String token = "";

    public Browser(int port) {
        this.home = URI.create("http://localhost:" + port);
    }

    /** A header to be sent with everything from now on. */
    public Browser with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    /** Posts a form of names and values in turn; if no page was looked at, one that is not there gives the token. */
    public Answer post(String path, String... namesAndValues) {
        if (token.isEmpty()) {
            get("/no-such-page");
        }
        Map<String, String> form = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        form.putIfAbsent("_csrf", token);
        String body = form.entrySet().stream()
                .map(it -> encoded(it.getKey()) + '=' + encoded(it.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public Answer signIn(String email, String password) {
        get("/sign-in");
        Answer answer = post("/sign-in", "email", email, "password", password);
        token = "";
        return answer;
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
        cookies.getCookieStore().add(home, cookie);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(home.resolve(path));
        headers.forEach(request::header);
        return request;
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            Matcher found = TOKEN.matcher(response.body());
            if (found.find()) {
                token = found.group(1);
            }
            return new Answer(
                    response.statusCode(),
                    response.body(),
                    response.headers().map(),
                    response.headers().firstValue("Location").map(this::local).orElse(""));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String local(String location) {
        return location.startsWith(home.toString())
                ? location.substring(home.toString().length())
                : location;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** What came back; {@code location} is where a redirect leads, without this server's address. */
    public record Answer(int status, String body, Map<String, List<String>> headers, String location) {

        public Optional<String> header(String name) {
            return headers.entrySet().stream()
                    .filter(it -> it.getKey().equalsIgnoreCase(name))
                    .map(it -> it.getValue().getFirst())
                    .findFirst();
        }
    }
}
