package org.openstall.sellerdesk;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openstall.health.OrderBehind;
import org.openstall.health.Rate;
import org.openstall.kernel.OrderId;
import org.openstall.kernel.Page;
import org.openstall.pages.Chart;
import org.openstall.pages.View;

/**
 * One rate, what it means, and the very orders that spoil it.
 *
 * @param comments what buyers said with the feedback on them, by order
 * @param removalDays for how many days buyers may remove feedback
 */
public record MetricPage(
        Stall stall,
        @Nullable LocalDate asOf,
        LocalDate today,
        Rate rate,
        long goodNeeded,
        Chart trend,
        Page<OrderBehind> orders,
        Map<OrderId, String> comments,
        int removalDays)
        implements View {

    public MetricPage {
        comments = Map.copyOf(comments);
    }

    public String name() {
        return MetricName.of(rate.metric());
    }
}
