package org.openstall.operatordesk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openstall.feedback.Feedback;
import org.openstall.fulfilment.Parcel;
import org.openstall.marketplaces.Marketplace;
import org.openstall.ordering.Order;
import org.openstall.pages.View;
import org.openstall.payments.Payment;
import org.openstall.sellers.Seller;

/** Every fact of an order, for looking only. */
public record OrderPage(
        Order order,
        Seller seller,
        Marketplace place,
        List<Parcel> parcels,
        @Nullable Payment payment,
        List<Feedback> feedback)
        implements View {

    public OrderPage {
        parcels = List.copyOf(parcels);
        feedback = List.copyOf(feedback);
    }
}
