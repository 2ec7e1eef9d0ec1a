package org.openstall.migration;

import java.util.List;

/**
 * Why a source cannot be used.
 *
 * @param about what the reason speaks of, such as a file and the last line of it that could be read
 */
public record ImportFailure(Reason reason, List<String> about) {

    /** Each with what {@link ImportFailure#about} has, and the sentence for the terminal. */
    public enum Reason {
        /** The directory. */
        NO_DIRECTORY("There is no directory %s"),
        /** The file. */
        NO_FILE("There is no file %s"),
        /** The directory; the tables that are not in it. */
        FILES_MISSING("Missing in %s: %s (each as .csv or .csv.gz)"),
        /** The file; the columns; all that it must have. */
        COLUMNS_MISSING("%s lacks the column %s. Its header must have: %s"),
        /** The file; the last line. */
        INCOMPLETE("%s is not complete: its packed data ends after line %s."
                + " Copy it here once more and run the import again."),
        /** The file; the last line. */
        DAMAGED("%s is damaged: its packed data cannot be unpacked after line %s."
                + " Copy it here once more and run the import again."),
        /** The file; the last line; what the system says. */
        UNREADABLE("%s cannot be read after line %s: %s");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }
    }

    public ImportFailure {
        about = List.copyOf(about);
    }

    String sentence() {
        return reason.sentence.formatted(about.toArray());
    }
}
