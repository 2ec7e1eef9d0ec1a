package org.openstall.storefront;

import java.time.LocalDate;
import java.util.Map;
import org.openstall.kernel.OrderId;
import org.openstall.kernel.Page;
import org.openstall.pages.View;

/**
 * A buyer's orders that await feedback, newest first.
 *
 * @param feedbackUntil the last day for it, by order
 */
public record FeedbackPage(Page<ShownOrder> orders, Map<OrderId, LocalDate> feedbackUntil) implements View {

    public FeedbackPage {
        feedbackUntil = Map.copyOf(feedbackUntil);
    }
}
