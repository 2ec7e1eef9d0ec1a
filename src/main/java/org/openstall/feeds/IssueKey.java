package org.openstall.feeds;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a page of issues begins. */
record IssueKey(int severity, int record, int position) {
    private static final Pattern FORM = Pattern.compile("[01]_\\d{1,9}_\\d{1,9}");
    private static final IssueKey START = new IssueKey(-1, 0, 0);

    /** The beginning if the text is none of ours. */
    static IssueKey of(@Nullable String text) {
        if (text == null || !FORM.matcher(text).matches()) {
            return START;
        }
        String[] parts = text.split("_", -1);
        return new IssueKey(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }

    String text() {
        return severity + "_" + record + "_" + position;
    }
}
