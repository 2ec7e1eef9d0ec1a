package org.openstall.notifications;

import org.openstall.kernel.BuyerId;
import org.openstall.kernel.SellerId;

/** Whose mail it is: a buyer's or a seller's, by id. */
public record Mailbox(String value) {

    public static Mailbox of(BuyerId buyer) {
        return new Mailbox(buyer.toString());
    }

    public static Mailbox of(SellerId seller) {
        return new Mailbox(seller.value());
    }

    @Override
    public String toString() {
        return value;
    }
}
