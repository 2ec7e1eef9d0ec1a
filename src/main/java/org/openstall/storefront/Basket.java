package org.openstall.storefront;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openstall.catalog.Product;
import org.openstall.kernel.Money;
import org.openstall.listings.Offer;
import org.openstall.listings.OfferKey;
import org.openstall.sellers.Seller;

/**
 * A cart as it stands: what it costs now, and what of it can no longer be had.
 *
 * @param items what can be had, without shipping
 */
public record Basket(List<Share> shares, Money items, Money shipping) {

    public Basket {
        shares = List.copyOf(shares);
    }

    /**
     * What comes from one seller in one order.
     *
     * @param deliveredBy the last day on which it arrives if it is ordered now; null if nothing of it can be had
     */
    public record Share(
            Seller seller,
            List<Line> lines,
            Money fee,
            @Nullable LocalDate deliveredBy) {

        public Share {
            lines = List.copyOf(lines);
        }
    }

    /**
     * One line.
     *
     * @param most how many one line may have
     * @param seen the unit price when it was added, if that is known
     * @param current the offer as it is now; null if it has ended
     */
    public record Line(
            OfferKey key,
            int quantity,
            int most,
            @Nullable Money seen,
            @Nullable Offer current,
            @Nullable Product product) {

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
    }

    /** What keeps a line from being bought. */
    public enum Trouble {
        NONE,
        TOO_FEW,
        SOLD_OUT,
        GONE
    }

    public Money total() {
        return items.plus(shipping);
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
