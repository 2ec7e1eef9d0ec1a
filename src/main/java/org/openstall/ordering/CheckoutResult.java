package org.openstall.ordering;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openstall.kernel.OrderId;
import org.openstall.kernel.SellerId;
import org.openstall.listings.OfferKey;
import org.openstall.listings.TakeResult;
import org.openstall.payments.AuthorizationResult;

/** What came of a checkout. Unless it is {@link Placed}, nothing is ordered and nothing is charged. */
public sealed interface CheckoutResult {

    /** One order a seller; the same ones when the same checkout is sent again. */
    record Placed(List<OrderId> orders) implements CheckoutResult {}

    /** Price, stock or offer have changed since the page was shown; only the lines in question are named. */
    record OffersChanged(Map<OfferKey, TakeResult> lines) implements CheckoutResult {}

    /** The cart is not what the page showed: changed in another tab, say. */
    record CartChanged() implements CheckoutResult {}

    /** A fee, or the day by which something is to arrive, is not what the page showed for these sellers. */
    record DeliveryChanged(Set<SellerId> sellers) implements CheckoutResult {}

    /** These sellers do not ship there what is wanted of them. */
    record CannotShip(Set<SellerId> sellers) implements CheckoutResult {}

    /** A gift's message cannot be printed as it is. */
    record GiftsUnfit(Map<OfferKey, Gift.Problem> lines) implements CheckoutResult {}

    /** What the page showed for gifts is not to be had, or not at that price, with these offers. */
    record GiftsChanged(Set<OfferKey> lines) implements CheckoutResult {}

    /** The taxes are not what the page showed. */
    record TaxChanged() implements CheckoutResult {}

    record AddressIncomplete(Set<Address.Problem> problems) implements CheckoutResult {}

    record PaymentDeclined(AuthorizationResult.Reason reason) implements CheckoutResult {}
}
