package org.openstall.operatordesk;

import java.util.List;
import java.util.Map;
import org.openstall.health.Rate;
import org.openstall.health.Status;
import org.openstall.marketplaces.Marketplace;
import org.openstall.marketplaces.PolicyChange;
import org.openstall.pages.Chart;
import org.openstall.pages.View;

/**
 * A marketplace at a glance.
 *
 * @param counts sellers by status
 * @param worst sellers past a target, those with the most orders first
 * @param imports those running, failed or interrupted, or the latest
 * @param changes the newest changes of policies
 */
public record OverviewPage(
        Moment moment,
        Map<Status, Long> counts,
        long ordersOfDay,
        long ordersOfWeek,
        Chart days,
        List<SellerRow> worst,
        ImportRows imports,
        List<PolicyChange> changes)
        implements View {

    public OverviewPage {
        counts = Map.copyOf(counts);
        worst = List.copyOf(worst);
        changes = List.copyOf(changes);
    }

    public long count(Status status) {
        return counts.getOrDefault(status, 0L);
    }

    public long sellers() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    public String statusKey(Status status) {
        return SellerQuery.key(status);
    }

    /** The rates that make a seller's status what it is. */
    public List<Rate> failing(SellerRow row) {
        return row.health().rates().stream()
                .filter(it -> it.status() == Status.BAD)
                .toList();
    }

    public PolicyLine line(PolicyChange change) {
        return new PolicyLine(moment.place(), change.policy(), change.to());
    }

    @Override
    public Marketplace place() {
        return moment.place();
    }
}
