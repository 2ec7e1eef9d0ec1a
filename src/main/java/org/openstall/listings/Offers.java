package org.openstall.listings;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.NotYours;
import org.openstall.kernel.Page;
import org.openstall.kernel.ProductId;
import org.openstall.kernel.SellerId;
import org.openstall.marketplaces.Marketplace;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.marketplaces.Policy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists, finds and edits offers, and takes stock for orders. */
@Service
public class Offers {
    static final int MOST_QUANTITY = 1_000_000;
    static final long MOST_PRICE_MINOR = 100_000_000_00L;

    private final OfferStore store;
    private final Marketplaces marketplaces;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Offers(OfferStore store, Marketplaces marketplaces, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.marketplaces = marketplaces;
        this.events = events;
        this.clock = clock;
    }

    /** Lists offers that do not exist yet; one whose SKU is taken stays as it is. Says how many are new. */
    @Transactional
    public int listAll(List<NewOffer> offers) {
        List<NewOffer> fresh = store.add(offers, clock.instant());
        fresh.stream()
                .filter(NewOffer::active)
                .collect(Collectors.groupingBy(
                        it -> it.key().marketplace(), Collectors.mapping(NewOffer::product, Collectors.toList())))
                .forEach((marketplace, products) -> events.publishEvent(new OffersChanged(marketplace, products)));
        return fresh.size();
    }

    public Optional<Offer> find(OfferKey key) {
        return Optional.ofNullable(find(List.of(key)).get(key));
    }

    public Map<OfferKey, Offer> find(Collection<OfferKey> keys) {
        return store.find(keys);
    }

    /** Active offers of one product with stock first, then by price. */
    public List<Offer> of(MarketplaceId marketplace, ProductId product) {
        return store.of(marketplace, product);
    }

    /** Summaries of the active offers of the products that have any. */
    public List<OfferSummary> summaries(MarketplaceId marketplace, Collection<ProductId> products) {
        return products.isEmpty() ? List.of() : store.summaries(marketplace, products);
    }

    /** Walks through all products with an active offer in stretches of up to a thousand. */
    public void forEachListedProduct(MarketplaceId marketplace, Consumer<List<ProductId>> stretch) {
        String after = "";
        for (List<ProductId> products = store.listedProducts(marketplace, after, 1_000);
                !products.isEmpty();
                products = store.listedProducts(marketplace, after, 1_000)) {
            stretch.accept(products);
            after = products.getLast().value();
        }
    }

    /** A seller's offers in the order of their SKUs. */
    public Page<Offer> inventory(SellerId seller, MarketplaceId marketplace, InventoryQuery query) {
        return store.inventory(seller, marketplace, query);
    }

    /** Newest first, at most a hundred. */
    public List<OfferChange> history(OfferKey key) {
        return store.history(key);
    }

    /** Business days until shipment that hold for the offer: its own or the marketplace's. */
    public int handlingDays(Offer offer) {
        return offer.handlingDays() != null
                ? offer.handlingDays()
                : marketplaces.policies(offer.key().marketplace()).whole(Policy.HANDLING_DAYS);
    }

    /**
     * Changes an offer and counts as looking it over.
     *
     * @throws NotYours if the seller has no such offer
     */
    @Transactional
    public EditResult edit(OfferKey key, OfferEdit edit, String changedBy) {
        Offer before = store.lock(key).orElseThrow(() -> new NotYours("No offer " + key));
        Set<EditResult.Reason> reasons = refusals(marketplaces.get(key.marketplace()), edit);
        if (!reasons.isEmpty()) {
            return new EditResult.Refused(reasons);
        }
        Instant now = clock.instant();
        Offer after = store.save(before, edit, now);
        List<OfferChange> changes = changes(before, after, changedBy, now);
        store.saveHistory(key, changes);
        boolean visible = !before.price().equals(after.price())
                || before.active() != after.active()
                || before.canSell(1) != after.canSell(1);
        if (visible) {
            events.publishEvent(new OfferChanged(key.marketplace(), before.product(), key.seller(), key.sku()));
        }
        return new EditResult.Edited(after);
    }

    private static Set<EditResult.Reason> refusals(Marketplace marketplace, OfferEdit edit) {
        Set<EditResult.Reason> reasons = EnumSet.noneOf(EditResult.Reason.class);
        if (edit.price() != null) {
            if (!edit.price().currency().equals(marketplace.currency())) {
                reasons.add(EditResult.Reason.PRICE_IN_OTHER_CURRENCY);
            } else if (!edit.price().isPositive()) {
                reasons.add(EditResult.Reason.PRICE_NOT_POSITIVE);
            } else if (edit.price().minor() > MOST_PRICE_MINOR) {
                reasons.add(EditResult.Reason.PRICE_TOO_HIGH);
            }
        }
        if (edit.quantity() != null && edit.quantity() < 0) {
            reasons.add(EditResult.Reason.QUANTITY_NEGATIVE);
        }
        if (edit.quantity() != null && edit.quantity() > MOST_QUANTITY) {
            reasons.add(EditResult.Reason.QUANTITY_TOO_HIGH);
        }
        if (edit.handlingDays() != null
                && edit.handlingDays() != OfferEdit.DEFAULT_HANDLING
                && (edit.handlingDays() < 0 || edit.handlingDays() > 30)) {
            reasons.add(EditResult.Reason.HANDLING_OUT_OF_RANGE);
        }
        return reasons;
    }

    private static List<OfferChange> changes(Offer before, Offer after, String changedBy, Instant now) {
        List<OfferChange> changes = new ArrayList<>();
        if (!before.price().equals(after.price())) {
            changes.add(new OfferChange(
                    now,
                    changedBy,
                    "price",
                    before.price().toString(),
                    after.price().toString()));
        }
        if (before.quantity() != after.quantity()) {
            changes.add(new OfferChange(
                    now,
                    changedBy,
                    "quantity",
                    Integer.toString(before.quantity()),
                    Integer.toString(after.quantity())));
        }
        if (!Objects.equals(before.handlingDays(), after.handlingDays())) {
            changes.add(new OfferChange(
                    now,
                    changedBy,
                    "handling",
                    String.valueOf(before.handlingDays()),
                    String.valueOf(after.handlingDays())));
        }
        if (before.active() != after.active()) {
            changes.add(new OfferChange(now, changedBy, "status", status(before), status(after)));
        }
        return changes;
    }

    private static String status(Offer offer) {
        return offer.active() ? "active" : "inactive";
    }

    /** Notes that the seller has looked the quantities of all his offers over. Says how many. */
    @Transactional
    public int reviewAll(SellerId seller, MarketplaceId marketplace) {
        return store.reviewAll(seller, marketplace, clock.instant());
    }

    /**
     * Takes units out of stock, one result a take and in the same order; for use inside the transaction of an
     * order. The caller rolls back unless all were taken.
     *
     * @param takes in the natural order of their offers
     */
    @Transactional
    public List<TakeResult> take(List<Take> takes) {
        List<TakeResult> results = new ArrayList<>();
        for (Take take : takes) {
            TakeResult result = store.take(take);
            results.add(result);
            if (result instanceof TakeResult.Taken taken && taken.offer().quantity() == 0) {
                OfferKey key = take.offer();
                events.publishEvent(
                        new OfferChanged(key.marketplace(), taken.offer().product(), key.seller(), key.sku()));
            }
        }
        return results;
    }

    /** Puts units of a cancelled order back. An offer that is gone meanwhile stays gone. */
    @Transactional
    public void putBack(OfferKey key, int quantity) {
        store.putBack(key, quantity).ifPresent(offer -> {
            if (offer.quantity() == quantity) {
                events.publishEvent(new OfferChanged(key.marketplace(), offer.product(), key.seller(), key.sku()));
            }
        });
    }
}
