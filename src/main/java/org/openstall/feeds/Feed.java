package org.openstall.feeds;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.SellerId;

/**
 * An inventory file on its way.
 *
 * @param purge whether offers that the file does not name are to be closed
 * @param document the file as sent
 * @param attempt how often it has been begun
 * @param readBytes how much of the file has been read
 * @param reason the name of the {@link Question} while waiting, of the {@link Failure} if failed
 */
public record Feed(
        SellerId seller,
        UUID id,
        MarketplaceId marketplace,
        FeedKind kind,
        boolean purge,
        UUID document,
        String name,
        long bytes,
        String sha256,
        Instant submittedAt,
        String submittedBy,
        FeedSettings settings,
        FeedState state,
        int attempt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        String encoding,
        String format,
        List<String> ignoredColumns,
        long readBytes,
        FeedCounts counts,
        @Nullable String reason,
        List<String> reasonArguments) {

    public Feed {
        ignoredColumns = List.copyOf(ignoredColumns);
        reasonArguments = List.copyOf(reasonArguments);
    }

    public @Nullable Question question() {
        return state == FeedState.WAITING && reason != null ? Question.valueOf(reason) : null;
    }

    public @Nullable Failure failure() {
        return state == FeedState.FAILED && reason != null ? Failure.valueOf(reason) : null;
    }
}
