package org.openstall.sellerdesk;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openstall.health.AccountHealth;
import org.openstall.health.Rate;
import org.openstall.pages.Chart;
import org.openstall.pages.View;

/**
 * All rates of a seller.
 *
 * @param asOf the past day at whose end they stood so; null for now
 * @param lastOrderDay where his history ends, if he has had no orders for a while
 */
public record HealthPage(
        Stall stall,
        @Nullable LocalDate asOf,
        LocalDate today,
        AccountHealth health,
        List<Item> items,
        @Nullable LocalDate lastOrderDay)
        implements View {

    /** One rate with its trend; {@code goodNeeded} more without a fault would bring it back. */
    public record Item(Rate rate, Chart trend, long goodNeeded) {}
}
