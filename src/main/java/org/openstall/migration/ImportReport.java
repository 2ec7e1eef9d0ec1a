package org.openstall.migration;

import java.util.List;

/** What an import has done, line by line for a person. {@code changes} is how many rows are new or have moved on. */
record ImportReport(long changes, List<String> lines) {
    ImportReport {
        lines = List.copyOf(lines);
    }
}
