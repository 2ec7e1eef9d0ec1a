package org.openstall.ordering;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.BuyerId;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.Money;
import org.openstall.listings.OfferKey;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.marketplaces.Policy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What buyers intend to buy. A cart holds nothing back: stock and price are settled at checkout. */
@Service
public class Carts {
    private final CartStore store;
    private final Marketplaces marketplaces;
    private final Clock clock;

    Carts(CartStore store, Marketplaces marketplaces, Clock clock) {
        this.store = store;
        this.marketplaces = marketplaces;
        this.clock = clock;
    }

    /** Adds units, up to the most that one line may have by policy. */
    public void add(BuyerId buyer, OfferKey offer, int quantity) {
        add(buyer, offer, quantity, null);
    }

    /** Adds units and remembers at what price the buyer did so; says how many of all things are in the cart now. */
    public int add(BuyerId buyer, OfferKey offer, int quantity, @Nullable Money priceSeen) {
        return quantity > 0
                ? store.add(buyer, new CartLine(offer, quantity, clock.instant(), priceSeen), most(offer.marketplace()))
                : lines(buyer, offer.marketplace()).stream()
                        .mapToInt(CartLine::quantity)
                        .sum();
    }

    /** Sets the number of units; none takes the line out. */
    public void set(BuyerId buyer, OfferKey offer, int quantity) {
        if (quantity <= 0) {
            store.remove(buyer, offer);
        } else {
            store.set(buyer, offer, Math.min(quantity, most(offer.marketplace())));
        }
    }

    /** In the order in which they were added. */
    public List<CartLine> lines(BuyerId buyer, MarketplaceId marketplace) {
        return store.lines(buyer, marketplace);
    }

    /** Moves what somebody collected before signing in to his own cart. */
    @Transactional
    public void merge(BuyerId from, BuyerId to) {
        if (!from.equals(to)) {
            store.removeAll(from)
                    .forEach(line -> store.add(to, line, most(line.offer().marketplace())));
        }
    }

    private int most(MarketplaceId marketplace) {
        return marketplaces.policies(marketplace).whole(Policy.MAX_QUANTITY_PER_LINE);
    }
}
