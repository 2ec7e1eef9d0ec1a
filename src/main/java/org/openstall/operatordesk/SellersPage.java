package org.openstall.operatordesk;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openstall.health.Status;
import org.openstall.pages.View;

/**
 * The sellers of a marketplace.
 *
 * @param counts sellers by status among those that the text finds
 * @param only the only status shown, null for all
 * @param found how many there are on all pages
 * @param seconds how far the numbers may be behind
 */
public record SellersPage(
        Moment moment,
        String q,
        @Nullable Status only,
        SellerSort column,
        boolean descending,
        Map<Status, Long> counts,
        int found,
        int page,
        List<SellerRow> rows,
        long seconds)
        implements View {

    public SellersPage {
        rows = List.copyOf(rows);
    }

    public int pages() {
        return Math.max(1, Math.ceilDiv(found, SellerQuery.PAGE));
    }

    public long all() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    public long count(Status counted) {
        return counts.getOrDefault(counted, 0L);
    }

    /** What the head of a column leads to: this column, or the other direction if it is sorted by it already. */
    public String sortKey(SellerSort head) {
        boolean turned = head == column ? !descending : head.startsDescending();
        return turned ? '-' + head.key() : head.key();
    }

    public String sortKey() {
        return descending ? '-' + column.key() : column.key();
    }

    public String statusKey(Status shown) {
        return SellerQuery.key(shown);
    }
}
