package org.openstall.operatordesk;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openstall.feedback.Feedback;
import org.openstall.fulfilment.Fulfilment;
import org.openstall.fulfilment.LabelChange;
import org.openstall.fulfilment.Parcel;
import org.openstall.marketplaces.Marketplace;
import org.openstall.ordering.Order;
import org.openstall.ordering.OrderLine;
import org.openstall.pages.View;
import org.openstall.payments.Payment;
import org.openstall.sellers.Seller;

/** Every fact of an order, for looking only. */
public record OrderPage(
        Order order,
        Seller seller,
        Marketplace place,
        List<Parcel> parcels,
        List<LabelChange> labelChanges,
        @Nullable Payment payment,
        List<Feedback> feedback)
        implements View {

    public OrderPage {
        parcels = List.copyOf(parcels);
        labelChanges = List.copyOf(labelChanges);
        feedback = List.copyOf(feedback);
    }

    /** What is in a package, by line. */
    public Map<OrderLine, Integer> contents(Parcel parcel) {
        return new Fulfilment(order, parcels).contents(parcel);
    }

    /** What its label said before, the latest correction first. */
    public List<LabelChange> labelChanges(Parcel parcel) {
        return labelChanges.stream()
                .filter(it -> it.number() == parcel.number())
                .toList();
    }
}
