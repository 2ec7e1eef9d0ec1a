package org.openstall.feeds;

import org.jspecify.annotations.Nullable;

/**
 * What a seller has said about how to read a file.
 *
 * @param encoding null to find out
 * @param agreedClosures to how many offers closed by a purge the seller has agreed; null if not asked yet
 */
public record FeedSettings(
        @Nullable String encoding,
        NumberFormat numbers,
        @Nullable Long agreedClosures) {
    public static final FeedSettings USUAL = new FeedSettings(null, NumberFormat.ASK, null);
}
