package org.openstall.storefront;

import org.openstall.kernel.BuyerId;
import org.openstall.ordering.Carts;
import org.openstall.pages.VisitorSignedIn;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whoever signs in takes along what he has put into the cart before. */
@Component
class CartJoining {
    private final Carts carts;

    CartJoining(Carts carts) {
        this.carts = carts;
    }

    @EventListener
    void on(VisitorSignedIn visitor) {
        BuyerId shopper = visitor.shopper();
        if (shopper != null) {
            carts.merge(shopper, visitor.buyer());
        }
    }
}
