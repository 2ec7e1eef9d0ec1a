package org.openstall.sellerdesk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.openstall.fulfilment.Fulfilment;
import org.openstall.fulfilment.Parcel;
import org.openstall.ordering.Order;
import org.openstall.sellerdesk.OrderPage.State;
import org.openstall.sellerdesk.OrderPage.Step;

/** The way of an order from click to doorstep, with what is still ahead. */
final class Timeline {
    private Timeline() {}

    static List<Step> of(Fulfilment fulfilment, Instant now) {
        Order order = fulfilment.order();
        List<Step> steps = new ArrayList<>();
        steps.add(new Step("ordered", order.orderedAt(), State.DONE, ""));
        if (order.cancelledAt() != null) {
            steps.add(new Step("cancelled", order.cancelledAt(), State.BAD, ""));
            return steps;
        }
        List<Parcel> parcels = fulfilment.parcels();
        if (order.confirmedAt() == null) {
            parcels.forEach(it -> steps.add(
                    new Step("partly-confirmed", it.confirmedAt(), State.DONE, Integer.toString(it.number()))));
            boolean late = order.shipBy().isBefore(now);
            steps.add(new Step(late ? "ship-by-missed" : "ship-by", order.shipBy(), late ? State.BAD : State.NEXT, ""));
        } else {
            boolean late = order.confirmedAt().isAfter(order.shipBy());
            steps.add(new Step(
                    late ? "confirmed-late" : "confirmed", order.confirmedAt(), late ? State.BAD : State.DONE, ""));
        }
        if (parcels.size() == 1) {
            steps.addAll(of(parcels.getFirst()));
        }
        if (order.deliveredAt() != null) {
            boolean late = order.deliveredAt().isAfter(order.promisedBy());
            steps.add(new Step(
                    late ? "delivered-late" : "delivered", order.deliveredAt(), late ? State.BAD : State.DONE, ""));
        } else {
            boolean late = order.promisedBy().isBefore(now);
            State state = late ? State.BAD : order.confirmedAt() == null ? State.AHEAD : State.NEXT;
            steps.add(new Step(late ? "promised-missed" : "promised", order.promisedBy(), state, ""));
        }
        steps.sort(Comparator.comparing(Step::at));
        return steps;
    }

    /** What its carrier has reported of a package, but for its delivery. */
    static List<Step> of(Parcel parcel) {
        return parcel.scans().stream()
                .filter(it -> it.kind() != Parcel.Kind.DELIVERED)
                .map(it -> new Step(
                        "scan." + it.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        it.at(),
                        it.kind() == Parcel.Kind.EXCEPTION ? State.BAD : State.DONE,
                        it.place()))
                .toList();
    }
}
