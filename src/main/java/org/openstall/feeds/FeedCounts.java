package org.openstall.feeds;

/**
 * What has become of a file's rows.
 *
 * @param records rows read; {@code rejected} of them are not published, {@code warned} is the number of warnings
 * @param closed offers that the file did not name
 */
public record FeedCounts(int records, int rejected, int warned, int edited, int listed, int removed, int closed) {
    static final FeedCounts NONE = new FeedCounts(0, 0, 0, 0, 0, 0, 0);

    /** Rows that are live. */
    public int accepted() {
        return edited + listed + removed;
    }
}
