package org.openstall.storefront;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.openstall.fulfilment.Fulfilment;
import org.openstall.fulfilment.Parcel;
import org.openstall.ordering.Order;
import org.openstall.storefront.OrderPage.Step;
import org.openstall.storefront.OrderPage.Step.State;

/** The story of an order in the order of time, and what is to come next. */
final class OrderSteps {
    private OrderSteps() {}

    static List<Step> of(Fulfilment fulfilment, Instant now) {
        Order order = fulfilment.order();
        // What happened at the same moment stays in this order: the sort is stable.
        List<Step> steps = new ArrayList<>();
        steps.add(new Step("shop.order.step.ordered", order.orderedAt(), "", State.DONE));
        Instant confirmed = order.confirmedAt();
        if (confirmed != null) {
            steps.add(new Step("shop.order.step.shipped", confirmed, "", State.DONE));
        }
        if (fulfilment.parcels().size() == 1 && fulfilment.isComplete()) {
            fulfilment.parcels().getFirst().scans().forEach(it -> steps.add(step(it)));
        }
        Instant delivered = order.deliveredAt();
        if (delivered != null && steps.stream().noneMatch(it -> it.text().equals("shop.order.step.delivered"))) {
            steps.add(new Step("shop.order.step.delivered", delivered, "", State.DONE));
        }
        Instant cancelled = order.cancelledAt();
        if (cancelled != null) {
            steps.add(new Step("shop.order.step.cancelled", cancelled, "", State.BAD));
        }
        steps.sort(Comparator.comparing(Step::at));
        if (cancelled == null && delivered == null) {
            if (confirmed == null) {
                steps.add(new Step("shop.order.step.ship-by", order.shipBy(), "", next(order.shipBy(), now)));
            }
            steps.add(new Step("shop.order.step.promised", order.promisedBy(), "", next(order.promisedBy(), now)));
        }
        return steps;
    }

    /** The story of one of several packages. */
    static List<Step> of(Parcel parcel) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step("shop.order.step.shipped", parcel.confirmedAt(), "", State.DONE));
        parcel.scans().forEach(it -> steps.add(step(it)));
        steps.sort(Comparator.comparing(Step::at));
        return steps;
    }

    private static Step step(Parcel.Scan scan) {
        String kind = scan.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        State state = scan.kind() == Parcel.Kind.EXCEPTION ? State.BAD : State.DONE;
        return new Step("shop.order.step." + kind, scan.at(), scan.place(), state);
    }

    private static State next(Instant due, Instant now) {
        return now.isAfter(due) ? State.BAD : State.NEXT;
    }
}
