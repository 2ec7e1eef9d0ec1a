package org.openstall.ordering;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.BuyerId;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.Money;
import org.openstall.kernel.OrderId;
import org.openstall.kernel.SellerId;
import org.openstall.shipping.ServiceLevel;

/**
 * What one buyer ordered of one seller in one checkout.
 *
 * @param externalId the id it had in the marketplace it was imported from
 * @param shipBy until when the seller is to confirm shipment
 * @param promisedFrom the beginning of the first day on which the buyer was told it might come; null if that is not known
 * @param promisedBy until when the buyer was told to have it
 * @param service as the buyer chose it; null for an order that was placed elsewhere
 * @param shipTo the address; what an import did not know of it is empty
 */
public record Order(
        OrderId id,
        SellerId seller,
        MarketplaceId marketplace,
        BuyerId buyer,
        String buyerName,
        @Nullable String externalId,
        OrderStatus status,
        Instant orderedAt,
        Instant shipBy,
        @Nullable Instant promisedFrom,
        Instant promisedBy,
        @Nullable ServiceLevel service,
        Address shipTo,
        Money items,
        Money shipping,
        Money shippingTax,
        @Nullable Instant confirmedAt,
        @Nullable Instant deliveredAt,
        @Nullable Instant cancelledAt,
        @Nullable CancelReason cancelReason,
        List<OrderLine> lines) {

    public Order {
        lines = List.copyOf(lines);
    }

    /** An order on whose shipping there is no tax. */
    public Order(
            OrderId id,
            SellerId seller,
            MarketplaceId marketplace,
            BuyerId buyer,
            String buyerName,
            @Nullable String externalId,
            OrderStatus status,
            Instant orderedAt,
            Instant shipBy,
            @Nullable Instant promisedFrom,
            Instant promisedBy,
            @Nullable ServiceLevel service,
            Address shipTo,
            Money items,
            Money shipping,
            @Nullable Instant confirmedAt,
            @Nullable Instant deliveredAt,
            @Nullable Instant cancelledAt,
            @Nullable CancelReason cancelReason,
            List<OrderLine> lines) {
        this(
                id,
                seller,
                marketplace,
                buyer,
                buyerName,
                externalId,
                status,
                orderedAt,
                shipBy,
                promisedFrom,
                promisedBy,
                service,
                shipTo,
                items,
                shipping,
                Money.zero(shipping.currency()),
                confirmedAt,
                deliveredAt,
                cancelledAt,
                cancelReason,
                lines);
    }

    public Money total() {
        return items.plus(shipping).plus(giftWrap()).plus(tax());
    }

    /** All taxes that came on top of prices. */
    public Money tax() {
        return lines.stream().map(it -> it.tax().total()).reduce(shippingTax, Money::plus);
    }

    /** What wrapping its gifts costs. */
    public Money giftWrap() {
        return lines.stream().map(OrderLine::giftWrap).reduce(Money.zero(items.currency()), Money::plus);
    }

    /** Whether anything of it is given away, so that whoever opens the package must not see prices. */
    public boolean isGift() {
        return lines.stream().anyMatch(it -> it.gift() != null);
    }

    /** How many units are to be wrapped. */
    public int giftsToWrap() {
        return lines.stream()
                .filter(it -> it.gift() != null && it.gift().isWrapped())
                .mapToInt(OrderLine::quantity)
                .sum();
    }

    public int units() {
        return lines.stream().mapToInt(OrderLine::quantity).sum();
    }
}
