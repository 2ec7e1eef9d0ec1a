package org.openstall.feeds;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a file stands in its queue.
 *
 * @param ahead how many of the seller's files of this kind go first
 * @param left about how long until it is live, going by the latest files; null if nothing is known yet, or it
 *     waits for an answer about another file
 * @param asked the file ahead that waits for the seller's answer, and this one behind it
 */
public record QueuePlace(
        int ahead, @Nullable Duration left, @Nullable UUID asked) {}
