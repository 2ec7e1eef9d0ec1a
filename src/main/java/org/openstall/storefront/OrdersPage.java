package org.openstall.storefront;

import java.time.LocalDate;
import java.util.Map;
import org.openstall.kernel.OrderId;
import org.openstall.kernel.Page;
import org.openstall.pages.View;

/**
 * A buyer's orders, newest first.
 *
 * @param feedbackUntil the last day for feedback on those that await it
 */
public record OrdersPage(Page<ShownOrder> orders, Map<OrderId, LocalDate> feedbackUntil) implements View {

    public OrdersPage {
        feedbackUntil = Map.copyOf(feedbackUntil);
    }
}
