package org.openstall;

import java.util.ArrayList;
import java.util.List;

/** A table of routes for one kind of people, being written. */
final class RoutesFor {
    private final Route.Who who;
    private final List<Route> routes = new ArrayList<>();

    RoutesFor(Route.Who who) {
        this.who = who;
    }

    /** See {@link Route}. */
    void add(String name, String own, List<String> others, String... fields) {
        routes.add(Route.of(who, name, own, others, fields));
    }

    void add(String name, String... fields) {
        routes.add(Route.of(who, name, fields));
    }

    /** The same further on, below each of some addresses. */
    static List<String> below(List<String> addresses, String end) {
        return addresses.stream().map(it -> it + end).toList();
    }

    List<Route> all() {
        return routes;
    }
}
