package org.openstall;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;

/**
 * A route with addresses to try it by.
 *
 * @param own the address of something that belongs to the one whom the route is for
 * @param others addresses of the same kind that are nobody's, or somebody else's
 * @param fields what a post sends, names and values in turn
 */
record Route(HttpMethod method, String pattern, Who who, String own, List<String> others, List<String> fields) {
    /** For whom a route is. */
    enum Who {
        ANYBODY,
        /** Whoever is signed in. */
        BUYER,
        SELLER,
        OPERATOR
    }

    /** Opened by a key and not by a session, so no token guards it. */
    static final String FOR_PROGRAMS = "/carriers/v1/tracking-events";

    /** @param name the method and the pattern */
    static Route of(Who who, String name, String own, List<String> others, String... fields) {
        String[] parts = name.split(" ", 2);
        return new Route(HttpMethod.valueOf(parts[0]), parts[1], who, own, others, List.of(fields));
    }

    /** A route whose address has no variable. */
    static Route of(Who who, String name, String... fields) {
        return of(who, name, name.substring(name.indexOf(' ') + 1), List.of(), fields);
    }

    String name() {
        return method + " " + pattern;
    }

    boolean isGet() {
        return method.equals(HttpMethod.GET);
    }

    boolean isPost() {
        return method.equals(HttpMethod.POST);
    }

    /** All addresses to try it by. */
    List<String> addresses() {
        return Stream.concat(Stream.of(own), others.stream())
                .filter(it -> !it.isEmpty())
                .toList();
    }

    TestBrowser.Answer walk(TestBrowser browser, String path) {
        return isGet() ? browser.get(path) : browser.post(path, fields.toArray(String[]::new));
    }
}
