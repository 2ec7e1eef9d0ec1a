package org.openstall.sellerdesk;

import java.util.UUID;
import org.openstall.feeds.FeedKind;
import org.openstall.feeds.NumberFormat;

/**
 * What a seller has chosen for a file to send.
 *
 * @param submission sent along, so that a form sent twice is one file
 * @param encoding empty to find out
 */
public record FileForm(UUID submission, FeedKind kind, boolean purge, String encoding, NumberFormat numbers) {

    static FileForm empty(FeedKind kind) {
        return new FileForm(UUID.randomUUID(), kind, false, "", NumberFormat.ASK);
    }
}
