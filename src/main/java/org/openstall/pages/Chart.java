package org.openstall.pages;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A plot over labelled steps, mostly days. The numbers are also written as a table for whoever cannot see it.
 *
 * @param title already in the visitor's language, as are labels and names
 * @param unit put behind the numbers, such as {@code %}; may be empty
 */
public record Chart(String title, List<String> labels, List<Series> series, String unit) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** How a series is drawn. */
    public enum Kind {
        LINE,
        BAR,
        /** A dashed line that the others are measured against. */
        TARGET
    }

    /** In which colour; the theme decides the shade. */
    public enum Tone {
        ACCENT,
        QUIET,
        GOOD,
        ALERT,
        BAD
    }

    /** One number for each label, null where there is none. */
    public record Series(String name, Kind kind, Tone tone, List<@Nullable Double> values) {
        public Series {
            values = Collections.unmodifiableList(new ArrayList<>(values));
        }
    }

    public Chart {
        labels = List.copyOf(labels);
        series = List.copyOf(series);
    }

    public static Chart of(String title, List<String> labels, Series... series) {
        return new Chart(title, labels, List.of(series), "");
    }

    public Chart in(String shownUnit) {
        return new Chart(title, labels, series, shownUnit);
    }

    /** What the script draws from. */
    public String json() {
        return JSON.writeValueAsString(this);
    }
}
