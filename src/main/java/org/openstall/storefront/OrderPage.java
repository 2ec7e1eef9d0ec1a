package org.openstall.storefront;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;
import org.openstall.feedback.Feedback;
import org.openstall.feedback.FeedbackDesk;
import org.openstall.fulfilment.Fulfilment;
import org.openstall.fulfilment.Parcel;
import org.openstall.marketplaces.Marketplace;
import org.openstall.ordering.CancelReason;
import org.openstall.ordering.Order;
import org.openstall.ordering.OrderLine;
import org.openstall.ordering.OrderStatus;
import org.openstall.pages.View;
import org.openstall.payments.Payment;

/**
 * One order of a buyer: where it is, what it costs, and what he thinks of it.
 *
 * @param payment null for an order of another marketplace's past
 * @param neverShippedAfter when the marketplace cancels it, if it should have shipped by now; null if not
 */
public record OrderPage(
        ShownOrder shown,
        Fulfilment fulfilment,
        @Nullable Payment payment,
        List<Step> steps,
        @Nullable Instant neverShippedAfter,
        FeedbackPart feedback)
        implements View {

    public OrderPage {
        steps = List.copyOf(steps);
    }

    public Order order() {
        return shown.order();
    }

    @Override
    public Marketplace place() {
        return shown.place();
    }

    public boolean canBeCancelled() {
        return order().status().canBecome(OrderStatus.CANCELLED);
    }

    /** What a buyer may give as his reason. */
    public List<CancelReason> cancelReasons() {
        return Arrays.stream(CancelReason.values())
                .filter(it -> it.by() == CancelReason.By.BUYER)
                .toList();
    }

    /**
     * Something that has happened to the order or is to happen.
     *
     * @param text key of what it is
     * @param place where a carrier saw it, possibly empty
     */
    public record Step(String text, Instant at, String place, State state) {

        /** How it looks in the timeline. */
        public enum State {
            DONE("is-done"),
            NEXT("is-next"),
            BAD("is-bad");

            private final String style;

            State(String style) {
                this.style = style;
            }

            public String style() {
                return style;
            }
        }
    }

    /**
     * What the page says of feedback.
     *
     * @param given what the buyer has left, also if he has taken it back
     * @param window for leaving it, or for taking back what is given
     * @param refused the form as it was refused
     */
    public record FeedbackPart(
            @Nullable Feedback given,
            FeedbackDesk.Window window,
            @Nullable Refused refused) {}

    /** What the buyer entered, and the key of the text that says why it was refused. */
    public record Refused(int stars, Feedback.Answers answers, String comment, String reason) {}

    public List<Parcel> parcels() {
        return fulfilment.parcels();
    }

    /** What has become of one of several packages. */
    public List<Step> steps(Parcel parcel) {
        return OrderSteps.of(parcel);
    }

    /** Whether all packages of several are shown with a story of their own. */
    public boolean isSplit() {
        return fulfilment.parcels().stream().anyMatch(it -> !it.isWhole());
    }

    /** The units that no package has yet, by line. */
    public Map<OrderLine, Integer> left() {
        NavigableMap<Integer, Integer> left = fulfilment.left();
        Map<OrderLine, Integer> lines = new LinkedHashMap<>();
        order().lines().stream()
                .filter(it -> left.containsKey(it.number()))
                .forEach(it -> lines.put(it, left.getOrDefault(it.number(), 0)));
        return lines;
    }

    @Override
    public int status() {
        return feedback.refused() == null ? 200 : 422;
    }
}
