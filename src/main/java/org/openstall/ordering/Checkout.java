package org.openstall.ordering;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.BuyerId;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.Money;
import org.openstall.kernel.SellerId;
import org.openstall.listings.OfferKey;
import org.openstall.listings.Take;
import org.openstall.payments.Card;
import org.openstall.shipping.ServiceLevel;

/**
 * What a buyer submits: everything in his cart, as he saw it.
 *
 * @param id made when the checkout page was shown; sending the same one again orders nothing more
 * @param seen the lines with the prices on the page
 * @param chosen how each seller is to ship; of one who is not named, his cheapest service
 * @param gifts which lines are given away, with the price of wrapping that the page showed
 * @param shippingSeen the shipping fee on the page, over all sellers
 * @param taxSeen the taxes on the page, over all sellers
 */
public record Checkout(
        UUID id,
        BuyerId buyer,
        String buyerName,
        MarketplaceId marketplace,
        List<Take> seen,
        Map<SellerId, Choice> chosen,
        Map<OfferKey, Gift> gifts,
        Money shippingSeen,
        Money taxSeen,
        Address shipTo,
        Card card) {

    public Checkout {
        seen = List.copyOf(seen);
        chosen = Map.copyOf(chosen);
        gifts = Map.copyOf(gifts);
    }

    /** A checkout without gifts, on a page that showed no taxes. */
    public Checkout(
            UUID id,
            BuyerId buyer,
            String buyerName,
            MarketplaceId marketplace,
            List<Take> seen,
            Map<SellerId, Choice> chosen,
            Money shippingSeen,
            Address shipTo,
            Card card) {
        this(
                id,
                buyer,
                buyerName,
                marketplace,
                seen,
                chosen,
                Map.of(),
                shippingSeen,
                Money.zero(shippingSeen.currency()),
                shipTo,
                card);
    }

    /** A checkout without gifts, on a page that showed no taxes, that takes the cheapest service of each seller. */
    public Checkout(
            UUID id,
            BuyerId buyer,
            String buyerName,
            MarketplaceId marketplace,
            List<Take> seen,
            Money shippingSeen,
            Address shipTo,
            Card card) {
        this(id, buyer, buyerName, marketplace, seen, Map.of(), shippingSeen, shipTo, card);
    }

    /**
     * A service that the buyer has chosen.
     *
     * @param deliveredBy until when he was told to have it; null if he was told nothing
     */
    public record Choice(ServiceLevel service, @Nullable Instant deliveredBy) {}

    public Money total() {
        return seen.stream().map(this::total).reduce(shippingSeen.plus(taxSeen), Money::plus);
    }

    private Money total(Take take) {
        Gift gift = gifts.get(take.offer());
        Money unit = gift == null || gift.wrap() == null
                ? take.priceSeen()
                : take.priceSeen().plus(gift.wrap());
        return unit.times(take.quantity());
    }
}
