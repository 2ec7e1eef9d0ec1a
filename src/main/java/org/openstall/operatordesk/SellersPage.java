package org.openstall.operatordesk;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openstall.health.Status;
import org.openstall.pages.View;
import org.openstall.sellers.Standing;

/**
 * The sellers of a marketplace.
 *
 * @param statuses how many of each status the text finds among those of the standing shown
 * @param standings how many of each standing the text finds among those of the status shown
 * @param found how many there are on all pages
 * @param seconds how far the numbers may be behind
 */
public record SellersPage(
        Moment moment,
        SellerQuery query,
        Map<Status, Long> statuses,
        Map<Standing, Long> standings,
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

    public String q() {
        return query.q();
    }

    /** The only status shown, null for all. */
    public @Nullable Status only() {
        return query.status();
    }

    /** The only standing shown, null for all. */
    public @Nullable Standing standing() {
        return query.standing();
    }

    public SellerSort column() {
        return query.column();
    }

    public boolean descending() {
        return query.isDescending();
    }

    /** How many there are of any status. */
    public long all() {
        return sum(statuses);
    }

    public long count(Status counted) {
        return statuses.getOrDefault(counted, 0L);
    }

    /** How many there are of any standing. */
    public long allStandings() {
        return sum(standings);
    }

    public long count(Standing counted) {
        return standings.getOrDefault(counted, 0L);
    }

    private static long sum(Map<?, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** What the head of a column leads to: this column, or the other direction if it is sorted by it already. */
    public String sortKey(SellerSort head) {
        boolean turned = head == column() ? !descending() : head.startsDescending();
        return turned ? '-' + head.key() : head.key();
    }

    public String key(Enum<?> shown) {
        return SellerQuery.key(shown);
    }
}
