package org.openstall.feeds;

/** How a file stands. */
public enum FeedState {
    QUEUED,
    RUNNING,
    /** It has a {@link Question}; later files of its kind wait behind it. */
    WAITING,
    /** What could be accepted is live. */
    DONE,
    /** It could not be used and has changed nothing. */
    FAILED,
    /** Its seller has taken it back before it ran. */
    CANCELLED;

    public boolean isOver() {
        return this == DONE || this == FAILED || this == CANCELLED;
    }
}
