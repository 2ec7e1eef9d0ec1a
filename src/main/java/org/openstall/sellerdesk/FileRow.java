package org.openstall.sellerdesk;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.openstall.feeds.Feed;
import org.openstall.feeds.FeedState;
import org.openstall.feeds.QueuePlace;

/** A file in the list; its place while it is not over. */
public record FileRow(Feed feed, @Nullable QueuePlace place) {

    public String path() {
        return FileController.FILES + "/" + feed.id();
    }

    /** Whether it will be otherwise in a moment. */
    public boolean isMoving() {
        return feed.state() == FeedState.QUEUED || feed.state() == FeedState.RUNNING;
    }

    public int ahead() {
        return place == null ? 0 : place.ahead();
    }

    public @Nullable Duration left() {
        return place == null ? null : place.left();
    }

    /** Where the question is answered that keeps this file waiting. */
    public @Nullable String question() {
        return place == null || place.asked() == null ? null : FileController.FILES + "/" + place.asked();
    }

    /** How much of the file has been read, of 100. */
    public int percent() {
        return feed.bytes() == 0 ? 0 : (int) Math.min(100, feed.readBytes() * 100 / feed.bytes());
    }
}
