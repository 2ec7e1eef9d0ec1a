package org.openstall.listings;

import java.util.Comparator;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.Sku;

/** Names one offer. The order is the one in which rows are locked, so that checkouts never wait in a circle. */
public record OfferKey(SellerId seller, MarketplaceId marketplace, Sku sku) implements Comparable<OfferKey> {
    private static final Comparator<OfferKey> ORDER = Comparator.comparing(
                    (OfferKey it) -> it.seller().value())
            .thenComparing(it -> it.marketplace().value())
            .thenComparing(it -> it.sku().value());

    @Override
    public int compareTo(OfferKey other) {
        return ORDER.compare(this, other);
    }
}
