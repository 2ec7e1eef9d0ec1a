package org.openstall.ordering;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openstall.catalog.Product;
import org.openstall.kernel.Money;
import org.openstall.kernel.SellerId;
import org.openstall.listings.OfferKey;
import org.openstall.marketplaces.Marketplace;
import org.openstall.shipping.Destination;

/**
 * An order of one seller as it would be placed at an instant, without taxes.
 *
 * @param destination vague as long as the buyer has not said more
 */
public record Taxable(
        Marketplace marketplace,
        SellerId seller,
        Destination destination,
        Instant at,
        List<Line> lines,
        Money shipping) {

    public Taxable {
        lines = List.copyOf(lines);
    }

    /**
     * So many units of an offer.
     *
     * @param price of all of them
     * @param giftWrap for all of them
     */
    public record Line(OfferKey offer, @Nullable Product product, int quantity, Money price, Money giftWrap) {}
}
