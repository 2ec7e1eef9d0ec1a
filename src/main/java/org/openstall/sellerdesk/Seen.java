package org.openstall.sellerdesk;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the fields of a form said when it was shown. Files, orders and colleagues may have changed all of it since, so
 * only what the seller has typed over is written; {@code sellerdesk/seen.jte} sends it along.
 *
 * @param values by field; of a field that is missing nothing was seen, so whatever is typed there is written
 */
public record Seen(SortedMap<String, String> values) {
    private static final String PREFIX = "seen.";

    public Seen {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    static Seen of(Map<String, String> values) {
        return new Seen(new TreeMap<>(values));
    }

    /** As a form has sent it back. */
    static Seen sentBack(Map<String, String> fields) {
        SortedMap<String, String> values = new TreeMap<>();
        fields.forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                values.put(name.substring(PREFIX.length()), value);
            }
        });
        return new Seen(values);
    }

    boolean isUnchanged(String field, String typed) {
        String shown = values.get(field);
        return shown != null && plain(shown).equals(plain(typed));
    }

    /** Browsers may end lines in their own way. */
    private static String plain(String text) {
        return text.strip().replace("\r\n", "\n");
    }
}
