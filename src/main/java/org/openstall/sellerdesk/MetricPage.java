package org.openstall.sellerdesk;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.openstall.health.OrderBehind;
import org.openstall.health.Rate;
import org.openstall.kernel.Page;
import org.openstall.pages.Chart;
import org.openstall.pages.View;

/** One rate, what it means, and the very orders that spoil it. */
public record MetricPage(
        Stall stall,
        @Nullable LocalDate asOf,
        LocalDate today,
        Rate rate,
        long goodNeeded,
        Chart trend,
        Page<OrderBehind> orders)
        implements View {

    public String name() {
        return MetricName.of(rate.metric());
    }
}
