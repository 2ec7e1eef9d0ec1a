package org.openstall.listings;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** How often an offer was said not to be as described, by who or what said so. */
public record NotAsDescribed(Map<Source, Integer> times) {
    public static final NotAsDescribed NEVER = new NotAsDescribed(Map.of());

    /** Where it was said. */
    public enum Source {
        FEEDBACK,
        CONTACT,
        RETURN,
        CLAIM
    }

    public NotAsDescribed {
        Map<Source, Integer> inOrder = new EnumMap<>(Source.class);
        inOrder.putAll(times);
        times = Collections.unmodifiableMap(inOrder);
    }

    public int total() {
        return times.values().stream().mapToInt(Integer::intValue).sum();
    }
}
