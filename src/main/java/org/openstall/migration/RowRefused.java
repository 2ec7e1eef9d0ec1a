package org.openstall.migration;

/** A record that reads well but cannot be used. The reason is a sentence for the person who owns the file. */
final class RowRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String reason;

    RowRefused(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
