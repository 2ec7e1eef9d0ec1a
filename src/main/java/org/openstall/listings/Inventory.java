package org.openstall.listings;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.Page;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.Sku;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.marketplaces.Policies;
import org.openstall.marketplaces.Policy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A seller's offers as stock to care for: what runs low, what sells, what nobody has looked over for too long. */
@Service
public class Inventory {
    /** As far as {@link #stale} counts. */
    public static final int MOST_STALE = 1_000;

    private static final InventoryKey BEGINNING = new InventoryKey(-1L, "");
    private static final InventoryKey BEGINNING_DOWN = new InventoryKey(Long.MAX_VALUE, InventoryKey.LAST);

    /** In a large inventory, what is as rare as this is faster sorted than found along the way. */
    private static final int FEW = 20_000;

    private static final Set<InventoryQuery.Sort> DOWN =
            EnumSet.of(InventoryQuery.Sort.PACE, InventoryQuery.Sort.QUANTITY_DOWN, InventoryQuery.Sort.PRICE_DOWN);

    private final InventoryStore store;
    private final HistoryStore histories;
    private final RootCauses rootCauses;
    private final OfferStore offers;
    private final Marketplaces marketplaces;
    private final Clock clock;

    Inventory(
            InventoryStore store,
            HistoryStore histories,
            RootCauses rootCauses,
            OfferStore offers,
            Marketplaces marketplaces,
            Clock clock) {
        this.store = store;
        this.histories = histories;
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
        InventoryStore.Selection selection =
                store.select(seller, marketplace, limits.ranked(), wanted, query.prefix(), query.products());
        if (query.filter() == InventoryQuery.Filter.STALE
                && !limits.reviewedAll().isBefore(limits.staleBefore())) {
            return new Page<>(List.of(), null);
        }
        store.planEachAnew();
        Page<InventoryStore.Found> found =
                Page.cut(found(selection, query), query.size(), it -> it.key().toString());
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

    private List<InventoryStore.Found> found(InventoryStore.Selection selection, InventoryQuery query) {
        boolean amongFew = selection.ranked() && areCollected(selection, query);
        boolean down = DOWN.contains(query.sort());
        InventoryKey after = InventoryKey.parse(query.after(), down ? BEGINNING_DOWN : BEGINNING);
        int size = query.size() + 1;
        return switch (query.sort()) {
            case COVER -> selling(amongFew, selection, InventoryStore.Ordering.COVER, after, query);
            case PACE -> selling(amongFew, selection, InventoryStore.Ordering.PACE, after, query);
            case REVIEWED -> found(amongFew, selection, InventoryStore.Ordering.REVIEWED, after, size);
            case QUANTITY -> found(amongFew, selection, InventoryStore.Ordering.QUANTITY, after, size);
            case QUANTITY_DOWN -> found(amongFew, selection, InventoryStore.Ordering.QUANTITY_DOWN, after, size);
            case PRICE -> found(amongFew, selection, InventoryStore.Ordering.PRICE, after, size);
            case PRICE_DOWN -> found(amongFew, selection, InventoryStore.Ordering.PRICE_DOWN, after, size);
            case SKU -> found(amongFew, selection, InventoryStore.Ordering.SKU, after, size);
        };
    }

    private List<InventoryStore.Found> found(
            boolean amongFew,
            InventoryStore.Selection selection,
            InventoryStore.Ordering ordering,
            InventoryKey after,
            int size) {
        return amongFew
                ? store.amongFew(selection, ordering, after, size)
                : store.amongAll(selection, ordering, after, size);
    }

    /** What runs low is in an index of its own, also if there is much of it, but sorted by nothing but cover. */
    private boolean areCollected(InventoryStore.Selection selection, InventoryQuery query) {
        return switch (query.filter()) {
            case LOW_STOCK -> query.sort() != InventoryQuery.Sort.COVER && query.sort() != InventoryQuery.Sort.PACE;
            case SUPPRESSED, OUT_OF_STOCK -> store.areFewer(selection, FEW);
            default -> query.prefix() != null && store.areFewer(selection, FEW);
        };
    }

    /** Those that sell, and after them those that do not: what runs low sells, and what is closed does not. */
    private List<InventoryStore.Found> selling(
            boolean amongFew,
            InventoryStore.Selection selection,
            InventoryStore.Ordering ordering,
            InventoryKey after,
            InventoryQuery query) {
        int size = query.size() + 1;
        List<InventoryStore.Found> all = new ArrayList<>();
        if (after.value() != null && query.filter() != InventoryQuery.Filter.INACTIVE) {
            all.addAll(found(amongFew, selection, ordering, after, size));
        }
        if (all.size() < size && query.filter() != InventoryQuery.Filter.LOW_STOCK) {
            InventoryKey restAfter = after.value() == null ? after : BEGINNING;
            all.addAll(found(amongFew, selection, InventoryStore.Ordering.REST, restAfter, size - all.size()));
        }
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
    @Transactional(readOnly = true)
    public int stale(SellerId seller, MarketplaceId marketplace) {
        Limits limits = limits(seller, marketplace);
        store.planEachAnew();
        return limits.reviewedAll().isBefore(limits.staleBefore())
                ? store.countReviewedBefore(seller, marketplace, limits.ranked(), limits.staleBefore(), MOST_STALE)
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
        return histories.adjustments(seller, marketplace, sku, reason, after, size);
    }

    private Limits limits(SellerId seller, MarketplaceId marketplace) {
        Policies policies = marketplaces.policies(marketplace);
        InventoryStore.Standing standing = store.standing(seller, marketplace);
        return new Limits(
                standing.ranked(),
                Objects.requireNonNullElse(standing.reviewedAt(), Instant.EPOCH),
                clock.instant().minus(Duration.ofHours(policies.whole(Policy.STALE_HOURS))),
                Math.toIntExact(
                        Duration.ofDays(policies.whole(Policy.LOW_STOCK_DAYS)).toHours()));
    }

    /** @param reviewedAll when the seller last looked all offers over */
    private record Limits(boolean ranked, Instant reviewedAll, Instant staleBefore, int lowHours) {
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
