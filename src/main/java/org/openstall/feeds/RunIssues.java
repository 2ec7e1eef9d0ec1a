package org.openstall.feeds;

import java.util.ArrayList;
import java.util.List;

/** What a run of a file has to say of its rows: counted at once, and written whenever there is much of it. */
final class RunIssues {
    private static final int MOST_HELD = 5_000;

    private final IssueStore store;
    private final Feed feed;
    private final List<Issue> held = new ArrayList<>();
    private int written;
    private int lastRejected;
    private int rejected;
    private int warnings;

    RunIssues(IssueStore store, Feed feed) {
        this.store = store;
        this.feed = feed;
    }

    /** Errors of the same row come one after the other. */
    void add(Issue issue) {
        switch (issue.finding().severity()) {
            case ERROR -> {
                rejected += issue.record() == lastRejected ? 0 : 1;
                lastRejected = issue.record();
            }
            case WARNING -> warnings++;
        }
        held.add(issue);
        if (held.size() >= MOST_HELD) {
            flush();
        }
    }

    /** Writes what has not been written yet: in the transaction, if there is one. */
    void flush() {
        if (!held.isEmpty()) {
            store.add(feed, held, written);
            written += held.size();
            held.clear();
        }
    }

    /** How many rows have an error. */
    int rejected() {
        return rejected;
    }

    int warnings() {
        return warnings;
    }
}
