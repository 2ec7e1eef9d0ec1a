package org.openstall.sellerdesk;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openstall.feedback.Feedback;
import org.openstall.fulfilment.Parcel;
import org.openstall.ordering.Address;
import org.openstall.ordering.CancelReason;
import org.openstall.ordering.Order;
import org.openstall.ordering.OrderStatus;
import org.openstall.pages.View;
import org.openstall.payments.Payment;
import org.openstall.shipping.Carrier;
import org.openstall.shipping.TrackingNumbers;

/**
 * Everything about one order, and what can be done with it.
 *
 * @param ifLate what missing the ship-by time would do; null if it is missed already
 * @param cancelledUnlessShippedBy when the marketplace cancels it if it is still not confirmed
 */
public record OrderPage(
        Stall stall,
        Order order,
        List<Step> steps,
        List<Parcel> parcels,
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

    /** Why a confirmation was refused: about which field, the key of the text, and numbers that would be right. */
    public record Refusal(String field, String key, List<String> examples) {
        public Refusal {
            examples = List.copyOf(examples);
        }
    }

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

    public boolean isOpen() {
        return order.status() == OrderStatus.UNSHIPPED;
    }

    public boolean refusedBecauseOf(String field) {
        return refusal != null && refusal.field().equals(field);
    }

    /** The carrier that a number was refused for. */
    public String carrierTitle() {
        return form.settledCarrier().map(Carrier::title).orElse("");
    }

    public CarrierChoice carrierChoice() {
        return new CarrierChoice(
                form.carrier(),
                form.carrierName(),
                form.carrier().equals(ConfirmForm.RECOGNIZE)
                        ? TrackingNumbers.recognize(form.trackingNumber())
                        : List.of(),
                refusal != null && refusedBecauseOf("carrier") ? refusal.key() : null);
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
