package org.openstall.storefront;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openstall.catalog.Product;
import org.openstall.kernel.Money;
import org.openstall.listings.Offer;
import org.openstall.listings.OfferKey;
import org.openstall.ordering.Gift;
import org.openstall.ordering.GiftOptions;
import org.openstall.sellers.Seller;

/**
 * A cart as it stands: what it costs now, and what of it can no longer be had.
 *
 * @param items what can be had, without shipping
 * @param tax on everything, as far as it is known where it goes
 */
public record Basket(List<Share> shares, Money items, Money shipping, Money tax) {

    public Basket {
        shares = List.copyOf(shares);
    }

    /**
     * What comes from one seller in one order.
     *
     * @param deliveries how it can be had, the cheapest first; none if nothing of it can be had, or not there
     * @param chosen one of them
     */
    public record Share(
            Seller seller,
            List<Line> lines,
            List<ShownDelivery> deliveries,
            @Nullable ShownDelivery chosen) {

        public Share {
            lines = List.copyOf(lines);
            deliveries = List.copyOf(deliveries);
        }

        /** Whether there is something to be had, but the seller does not ship it there. */
        public boolean isOutOfReach() {
            return chosen == null && lines.stream().anyMatch(it -> it.trouble().isSlight());
        }
    }

    /**
     * One line.
     *
     * @param most how many one line may have
     * @param seen the unit price when it was added, if that is known
     * @param current the offer as it is now; null if it has ended
     * @param gifts what may be asked for when it is given away
     * @param gift how it is to be given away, as it was typed; null if it is not
     */
    public record Line(
            OfferKey key,
            int quantity,
            int most,
            @Nullable Money seen,
            @Nullable Offer current,
            @Nullable Product product,
            GiftOptions gifts,
            @Nullable Gift gift) {

        public Trouble trouble() {
            if (current == null || !current.active()) {
                return Trouble.GONE;
            }
            if (current.quantity() == 0) {
                return Trouble.SOLD_OUT;
            }
            return current.quantity() < quantity ? Trouble.TOO_FEW : Trouble.NONE;
        }

        public String title() {
            return product == null ? key.sku().value() : product.title();
        }

        public Money unitPrice() {
            if (current == null) {
                throw new IllegalStateException("An offer that has ended has no price: " + key);
            }
            return current.price();
        }

        public boolean hasOtherPrice() {
            return seen != null && current != null && !seen.equals(current.price());
        }

        public Money total() {
            return unitPrice().times(quantity);
        }

        public boolean isWrapped() {
            return gift != null && gift.isWrapped() && gifts.wrap() != null;
        }

        /** What wrapping it costs now, as far as that is asked for and to be had. */
        public Money giftWrap() {
            return isWrapped() && gifts.wrap() != null
                    ? gifts.wrap().times(quantity)
                    : Money.zero(unitPrice().currency());
        }
    }

    /** What keeps a line from being bought. */
    public enum Trouble {
        NONE,
        TOO_FEW,
        SOLD_OUT,
        GONE;

        /** Whether some can be had. */
        public boolean isSlight() {
            return this == NONE || this == TOO_FEW;
        }
    }

    public Money total() {
        return items.plus(shipping).plus(giftWrap()).plus(tax);
    }

    public Money giftWrap() {
        return lines().stream()
                .filter(it -> it.trouble().isSlight())
                .map(Line::giftWrap)
                .reduce(Money.zero(items.currency()), Money::plus);
    }

    /** Whether anything of it can be given away. */
    public boolean hasGifts() {
        return lines().stream().anyMatch(it -> it.gifts().isAny());
    }

    /** From how many sellers something will be shipped. */
    public long shipments() {
        return shares.stream().filter(it -> it.chosen() != null).count();
    }

    public boolean isEmpty() {
        return shares.isEmpty();
    }

    public boolean canBeBought() {
        return !isEmpty() && lines().stream().allMatch(it -> it.trouble() == Trouble.NONE);
    }

    public List<Line> lines() {
        return shares.stream().flatMap(it -> it.lines().stream()).toList();
    }

    public int units() {
        return lines().stream().mapToInt(Line::quantity).sum();
    }
}
