package org.openstall.listings;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.Page;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.Sku;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.marketplaces.Policies;
import org.openstall.marketplaces.Policy;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A seller's offers as stock to care for: what runs low, what sells, what nobody has looked over for too long. */
@Service
public class Inventory {
    /** As far as {@link #stale} counts. */
    public static final int MOST_STALE = 1_000;

    private static final InventoryKey BEGINNING = new InventoryKey(-1L, "");
    private static final InventoryKey BEGINNING_DOWN = new InventoryKey(Long.MAX_VALUE, InventoryKey.LAST);

    private final InventoryStore store;
    private final AdjustmentStore adjustments;
    private final RootCauses rootCauses;
    private final OfferStore offers;
    private final Marketplaces marketplaces;
    private final Clock clock;

    Inventory(
            InventoryStore store,
            AdjustmentStore adjustments,
            RootCauses rootCauses,
            OfferStore offers,
            Marketplaces marketplaces,
            Clock clock) {
        this.store = store;
        this.adjustments = adjustments;
        this.rootCauses = rootCauses;
        this.offers = offers;
        this.marketplaces = marketplaces;
        this.clock = clock;
    }

    /** A stretch of a seller's offers. */
    @Transactional(readOnly = true)
    public Page<InventoryItem> page(SellerId seller, MarketplaceId marketplace, InventoryQuery query) {
        Limits limits = limits(seller, marketplace);
        InventoryStore.Wanted wanted = wanted(query.filter(), limits);
        MapSqlParameterSource parameters = store.wanted(seller, marketplace, wanted, query.prefix(), query.products());
        if (query.filter() == InventoryQuery.Filter.STALE
                && !limits.reviewedAll().isBefore(limits.staleBefore())) {
            return new Page<>(List.of(), null);
        }
        store.planEachAnew();
        Page<InventoryStore.Found> found = Page.cut(found(parameters, query.sort(), query), query.size(), it -> it.key()
                .toString());
        List<OfferKey> keys = found.items().stream()
                .map(it -> new OfferKey(seller, marketplace, new Sku(it.key().sku())))
                .toList();
        Map<OfferKey, Offer> byKey = offers.find(keys);
        Map<OfferKey, NotAsDescribed> complaints = rootCauses.of(keys);
        List<InventoryItem> items = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            Offer offer = byKey.get(keys.get(i));
            if (offer != null) {
                items.add(limits.item(
                        offer,
                        found.items().get(i).pace(),
                        complaints.getOrDefault(offer.key(), NotAsDescribed.NEVER)));
            }
        }
        return new Page<>(items, found.next());
    }

    private List<InventoryStore.Found> found(
            MapSqlParameterSource wanted, InventoryQuery.Sort sort, InventoryQuery query) {
        if (query.filter() == InventoryQuery.Filter.LOW_STOCK
                && sort != InventoryQuery.Sort.COVER
                && sort != InventoryQuery.Sort.PACE) {
            InventoryKey after = InventoryKey.parse(query.after(), new InventoryKey(Long.MIN_VALUE, ""));
            return store.runningLow(wanted, sort, after, query.size() + 1);
        }
        boolean down = sort == InventoryQuery.Sort.PACE
                || sort == InventoryQuery.Sort.QUANTITY_DOWN
                || sort == InventoryQuery.Sort.PRICE_DOWN;
        InventoryKey after = InventoryKey.parse(query.after(), down ? BEGINNING_DOWN : BEGINNING);
        int size = query.size() + 1;
        return switch (sort) {
            case COVER ->
                withRest(after.value() == null ? List.of() : store.byCover(wanted, after, size), wanted, after, size);
            case PACE ->
                withRest(after.value() == null ? List.of() : store.byPace(wanted, after, size), wanted, after, size);
            case REVIEWED -> store.byReview(wanted, after, size);
            case QUANTITY -> store.byQuantity(wanted, after, size);
            case QUANTITY_DOWN -> store.byQuantityDown(wanted, after, size);
            case PRICE -> store.byPrice(wanted, after, size);
            case PRICE_DOWN -> store.byPriceDown(wanted, after, size);
            case SKU -> store.bySku(wanted, after, size);
        };
    }

    /** Adds those that do not sell to those that do, which end before the page does. */
    private List<InventoryStore.Found> withRest(
            List<InventoryStore.Found> selling, MapSqlParameterSource wanted, InventoryKey after, int size) {
        if (selling.size() == size) {
            return selling;
        }
        InventoryKey restAfter = after.value() == null ? after : BEGINNING;
        List<InventoryStore.Found> all = new ArrayList<>(selling);
        all.addAll(store.rest(wanted, restAfter, size - selling.size()));
        return all;
    }

    private static InventoryStore.Wanted wanted(InventoryQuery.Filter filter, Limits limits) {
        return switch (filter) {
            case ALL -> new InventoryStore.Wanted(null, null, null, null, null);
            case ACTIVE -> new InventoryStore.Wanted(null, true, null, null, null);
            case INACTIVE -> new InventoryStore.Wanted(false, null, null, null, null);
            case SUPPRESSED -> new InventoryStore.Wanted(true, false, null, null, null);
            case NOT_ACTIVE -> new InventoryStore.Wanted(null, false, null, null, null);
            case OUT_OF_STOCK -> new InventoryStore.Wanted(true, null, 0, null, null);
            case LOW_STOCK -> new InventoryStore.Wanted(true, null, null, null, limits.lowHours());
            case STALE -> new InventoryStore.Wanted(true, null, null, limits.staleBefore(), null);
        };
    }

    /** One of a seller's offers. */
    public Optional<InventoryItem> find(OfferKey key) {
        return offers.find(key).map(this::item);
    }

    /** What there is to say of an offer's stock. */
    public InventoryItem item(Offer offer) {
        OfferKey key = offer.key();
        return limits(key.seller(), key.marketplace())
                .item(
                        offer,
                        store.pace(key).orElse(Pace.NONE),
                        rootCauses.of(List.of(key)).getOrDefault(key, NotAsDescribed.NEVER));
    }

    /** How many open offers are stale; counted up to {@link #MOST_STALE}. */
    public int stale(SellerId seller, MarketplaceId marketplace) {
        Limits limits = limits(seller, marketplace);
        return limits.reviewedAll().isBefore(limits.staleBefore())
                ? store.countReviewedBefore(seller, marketplace, limits.staleBefore(), MOST_STALE)
                : 0;
    }

    /** Notes that the seller has looked the quantities of all his offers over. */
    @Transactional
    public void reviewAll(SellerId seller, MarketplaceId marketplace) {
        store.saveReview(seller, marketplace, clock.instant());
    }

    /**
     * The ledger of a seller's stock, newest first: every change of quantity that is neither a sale nor the return of a
     * cancelled one.
     *
     * @param sku null for all
     * @param reason null for any
     */
    @Transactional(readOnly = true)
    public Page<Adjustment> adjustments(
            SellerId seller,
            MarketplaceId marketplace,
            @Nullable Sku sku,
            @Nullable AdjustmentReason reason,
            @Nullable String after,
            int size) {
        store.planEachAnew();
        return adjustments.of(seller, marketplace, sku, reason, after, size);
    }

    private Limits limits(SellerId seller, MarketplaceId marketplace) {
        Policies policies = marketplaces.policies(marketplace);
        return new Limits(
                store.reviewedAt(seller, marketplace).orElse(Instant.EPOCH),
                clock.instant().minus(Duration.ofHours(policies.whole(Policy.STALE_HOURS))),
                Math.toIntExact(
                        Duration.ofDays(policies.whole(Policy.LOW_STOCK_DAYS)).toHours()));
    }

    /** @param reviewedAll when the seller last looked all offers over */
    private record Limits(Instant reviewedAll, Instant staleBefore, int lowHours) {
        InventoryItem item(Offer offer, Pace pace, NotAsDescribed notAsDescribed) {
            Instant reviewedAt = offer.reviewedAt().isAfter(reviewedAll) ? offer.reviewedAt() : reviewedAll;
            Integer hours = pace.hoursOfCover(offer.quantity());
            return new InventoryItem(
                    offer,
                    reviewedAt,
                    pace,
                    offer.open() && reviewedAt.isBefore(staleBefore),
                    offer.open() && hours != null && hours < lowHours,
                    notAsDescribed);
        }
    }
}
