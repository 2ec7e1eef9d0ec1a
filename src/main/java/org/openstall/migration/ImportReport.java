package org.openstall.migration;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What an import has done. */
record ImportReport(Map<ImportCount, Long> counts) {
    ImportReport {
        Map<ImportCount, Long> inOrder = new EnumMap<>(ImportCount.class);
        inOrder.putAll(counts);
        counts = Collections.unmodifiableMap(inOrder);
    }

    /** How many rows are new or have moved on. */
    long changes() {
        return counts.entrySet().stream()
                .filter(it -> it.getKey().isChange())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Line by line for a person at the terminal. */
    List<String> lines() {
        return counts.entrySet().stream()
                .map(it -> String.format(
                        Locale.ROOT, "%,9d %s", it.getValue(), it.getKey().title()))
                .toList();
    }
}
