package org.openstall.listings;

import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.Money;
import org.openstall.kernel.ProductId;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.Sku;
import tools.jackson.databind.json.JsonMapper;

/** An offer of a product that has no page yet, in the form in which a proposal carries it along. */
public record ProposedOffer(
        String marketplace,
        String sku,
        Condition condition,
        String currency,
        long price,
        @Nullable Long minimum,
        @Nullable Long maximum,
        int quantity,
        @Nullable Integer handlingLeast,
        @Nullable Integer handlingMost,
        @Nullable String note,
        boolean giftMessage,
        boolean giftWrap,
        @Nullable UUID shippingTemplate) {
    private static final JsonMapper JSON = new JsonMapper();

    /** @param shippingTemplate null for the seller's default */
    public static ProposedOffer of(OfferKey key, Condition condition, Terms terms, @Nullable UUID shippingTemplate) {
        return new ProposedOffer(
                key.marketplace().value(),
                key.sku().value(),
                condition,
                terms.price().currency().getCurrencyCode(),
                terms.price().minor(),
                terms.limits().least() == null ? null : terms.limits().least().minor(),
                terms.limits().most() == null ? null : terms.limits().most().minor(),
                terms.quantity(),
                terms.handling().least(),
                terms.handling().most(),
                terms.note(),
                terms.gifts().message(),
                terms.gifts().wrap(),
                shippingTemplate);
    }

    public String toText() {
        return JSON.writeValueAsString(this);
    }

    public static ProposedOffer parse(String text) {
        return JSON.readValue(text, ProposedOffer.class);
    }

    public Terms terms() {
        return new Terms(
                Money.of(price, currency),
                new PriceLimits(money(minimum), money(maximum)),
                quantity,
                new Handling(handlingLeast, handlingMost),
                note,
                new Gifts(giftMessage, giftWrap));
    }

    private @Nullable Money money(@Nullable Long minor) {
        return minor == null ? null : new Money(minor, Currency.getInstance(currency));
    }

    public OfferKey key(SellerId seller) {
        return new OfferKey(seller, new MarketplaceId(marketplace), new Sku(sku));
    }

    NewOffer on(SellerId seller, ProductId product) {
        return new NewOffer(key(seller), product, condition, terms(), true);
    }
}
