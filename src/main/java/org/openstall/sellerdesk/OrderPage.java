package org.openstall.sellerdesk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openstall.feedback.Feedback;
import org.openstall.fulfilment.Fulfilment;
import org.openstall.fulfilment.Parcel;
import org.openstall.marketplaces.Marketplace;
import org.openstall.ordering.Address;
import org.openstall.ordering.CancelReason;
import org.openstall.ordering.Order;
import org.openstall.ordering.OrderLine;
import org.openstall.pages.View;
import org.openstall.payments.Payment;

/**
 * Everything about one order, and what can be done with it.
 *
 * @param place that of the order, which need not be the one the seller looks at
 * @param relabelled numbers of the packages whose labels have said something else before
 * @param ifLate what missing the ship-by time would do; null if it is missed already
 * @param cancelledUnlessShippedBy when the marketplace cancels it if it is still not confirmed
 */
public record OrderPage(
        Stall stall,
        Marketplace place,
        Order order,
        Fulfilment fulfilment,
        Set<Integer> relabelled,
        List<Step> steps,
        @Nullable Payment payment,
        @Nullable Feedback feedback,
        @Nullable Effect ifLate,
        @Nullable Instant cancelledUnlessShippedBy,
        List<Cancellation> cancellations,
        ConfirmForm form,
        @Nullable Refusal refusal)
        implements View {

    /** What cancelling for a reason does; null if it changes no rate. */
    public record Cancellation(
            CancelReason reason, @Nullable Effect effect) {}

    /** A step of the order's way; {@code key} names it, {@code text} says more. */
    public record Step(String key, Instant at, State state, String text) {}

    /** Whether a step is behind, ahead, or wrong. */
    public enum State {
        DONE("is-done"),
        NEXT("is-next"),
        BAD("is-bad"),
        AHEAD("");

        private final String style;

        State(String style) {
            this.style = style;
        }

        public String style() {
            return style;
        }
    }

    public List<Parcel> parcels() {
        return fulfilment.parcels();
    }

    /** Whether something is left to ship. */
    public boolean isOpen() {
        return order.status().isToShip();
    }

    /** Whether the seller has anything to say about what goes into the package. */
    public boolean canBeSplit() {
        return fulfilment.left().values().stream().mapToInt(Integer::intValue).sum() > 1;
    }

    /** The lines of which something is left to ship. */
    public List<OrderLine> linesLeft() {
        return order.lines().stream()
                .filter(it -> fulfilment.left().containsKey(it.number()))
                .toList();
    }

    /** How many units of a line are left to ship. */
    public int left(OrderLine line) {
        return fulfilment.left().getOrDefault(line.number(), 0);
    }

    /** How many units of a line the field for it shows. */
    public String units(OrderLine line) {
        return form.units().getOrDefault(line.number(), Integer.toString(left(line)));
    }

    /** What the carrier has said of one of several packages. */
    public List<Step> steps(Parcel parcel) {
        List<Step> all = new ArrayList<>(List.of(new Step("confirmed", parcel.confirmedAt(), State.DONE, "")));
        all.addAll(Timeline.of(parcel));
        if (parcel.deliveredAt() != null) {
            all.add(new Step("delivered", parcel.deliveredAt(), State.DONE, ""));
        }
        all.sort(Comparator.comparing(Step::at));
        return all;
    }

    /** The address as on a label, without country and phone. */
    public List<String> addressLines() {
        Address to = order.shipTo();
        String city = Stream.of(to.city(), to.region(), to.postalCode())
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining(" "));
        return Stream.of(to.name(), to.line1(), to.line2(), city)
                .filter(it -> !it.isEmpty())
                .toList();
    }

    @Override
    public int status() {
        return refusal == null ? 200 : 422;
    }
}
