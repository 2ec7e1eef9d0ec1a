package org.openstall.listings;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
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

    private final InventoryStore store;
    private final Rankings rankings;
    private final HistoryStore histories;
    private final RootCauses rootCauses;
    private final OfferStore offers;
    private final Marketplaces marketplaces;
    private final Clock clock;

    Inventory(
            InventoryStore store,
            Rankings rankings,
            HistoryStore histories,
            RootCauses rootCauses,
            OfferStore offers,
            Marketplaces marketplaces,
            Clock clock) {
        this.store = store;
        this.rankings = rankings;
        this.histories = histories;
        this.rootCauses = rootCauses;
        this.offers = offers;
        this.marketplaces = marketplaces;
        this.clock = clock;
    }

    /**
     * Whether a file has just changed so many offers that the lists of a large inventory have yet to follow: what they
     * show is true, but what fits since then is missing, and the order is that of before.
     */
    public boolean isBehind(SellerId seller, MarketplaceId marketplace) {
        return store.standing(seller, marketplace).behind();
    }

    /**
     * Has the lists of an inventory follow what files have changed; in a large one it may take a minute, and longer while
     * another file is being published. Not to be called in a transaction.
     */
    public void catchUp(SellerId seller, MarketplaceId marketplace) {
        rankings.catchUp(seller, marketplace);
    }

    /** A stretch of a seller's offers. */
    @Transactional(readOnly = true)
    public Page<InventoryItem> page(SellerId seller, MarketplaceId marketplace, InventoryQuery query) {
        Limits limits = limits(seller, marketplace);
        InventoryStore.Selection selection = select(seller, marketplace, query, limits);
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
                InventoryItem item = limits.item(
                        offer, found.items().get(i).pace(), complaints.getOrDefault(offer.key(), NotAsDescribed.NEVER));
                if (!limits.behind() || fits(item, query.filter())) {
                    items.add(item);
                }
            }
        }
        return new Page<>(items, found.next());
    }

    private static boolean fits(InventoryItem item, InventoryQuery.Filter filter) {
        Offer offer = item.offer();
        return switch (filter) {
            case ALL -> true;
            case ACTIVE -> offer.active();
            case INACTIVE -> !offer.open();
            case SUPPRESSED -> offer.open() && !offer.active();
            case NOT_ACTIVE -> !offer.active();
            case OUT_OF_STOCK -> offer.open() && offer.quantity() <= 0;
            case LOW_STOCK -> item.runningLow();
            case STALE -> item.stale();
        };
    }

    private static InventoryStore.Selection select(
            SellerId seller, MarketplaceId marketplace, InventoryQuery query, Limits limits) {
        Predicate<StockState> states =
                switch (query.filter()) {
                    case ALL -> it -> true;
                    case ACTIVE -> StockState::active;
                    case INACTIVE -> it -> !it.open();
                    case SUPPRESSED -> it -> it.open() && !it.active();
                    case NOT_ACTIVE -> it -> !it.active();
                    case OUT_OF_STOCK -> it -> it.open() && !it.inStock();
                    case LOW_STOCK -> StockState::selling;
                    case STALE -> StockState::open;
                };
        return new InventoryStore.Selection(
                seller,
                marketplace,
                limits.ranked(),
                states,
                query.filter() == InventoryQuery.Filter.STALE ? limits.staleBefore() : null,
                query.filter() == InventoryQuery.Filter.LOW_STOCK ? limits.lowHours() : null,
                query.prefix(),
                query.products());
    }

    private List<InventoryStore.Found> found(InventoryStore.Selection selection, InventoryQuery query) {
        int size = query.size() + 1;
        return switch (query.sort()) {
            case COVER -> selling(selection, InventoryStore.Ordering.COVER, query.after(), size);
            case PACE -> selling(selection, InventoryStore.Ordering.PACE, query.after(), size);
            case REVIEWED -> found(selection, InventoryStore.Ordering.REVIEWED, query.after(), size);
            case QUANTITY -> found(selection, InventoryStore.Ordering.QUANTITY, query.after(), size);
            case QUANTITY_DOWN -> found(selection, InventoryStore.Ordering.QUANTITY_DOWN, query.after(), size);
            case PRICE -> found(selection, InventoryStore.Ordering.PRICE, query.after(), size);
            case PRICE_DOWN -> found(selection, InventoryStore.Ordering.PRICE_DOWN, query.after(), size);
            case SKU -> found(selection, InventoryStore.Ordering.SKU, query.after(), size);
        };
    }

    private List<InventoryStore.Found> found(
            InventoryStore.Selection selection, InventoryStore.Ordering ordering, @Nullable String after, int size) {
        return store.find(selection, ordering, InventoryKey.parse(after, ordering.isDown()), size);
    }

    /** Those that sell, and after them those that do not. */
    private List<InventoryStore.Found> selling(
            InventoryStore.Selection selection, InventoryStore.Ordering ordering, @Nullable String from, int size) {
        InventoryKey after = InventoryKey.parse(from, ordering.isDown());
        boolean amongTheRest = after.value() == null;
        List<InventoryStore.Found> all = new ArrayList<>();
        if (!amongTheRest) {
            all.addAll(store.find(selection, ordering, after, size));
        }
        if (all.size() < size) {
            InventoryKey restAfter = amongTheRest ? after : InventoryKey.beginning(false);
            all.addAll(store.find(selection, InventoryStore.Ordering.REST, restAfter, size - all.size()));
        }
        return all;
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
        InventoryQuery stale = new InventoryQuery(InventoryQuery.Filter.STALE, null, null, MOST_STALE);
        return limits.reviewedAll().isBefore(limits.staleBefore())
                ? store.count(select(seller, marketplace, stale, limits), MOST_STALE)
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
                standing.behind(),
                Objects.requireNonNullElse(standing.reviewedAt(), Instant.EPOCH),
                clock.instant().minus(Duration.ofHours(policies.whole(Policy.STALE_HOURS))),
                Math.toIntExact(
                        Duration.ofDays(policies.whole(Policy.LOW_STOCK_DAYS)).toHours()));
    }

    /** @param reviewedAll when the seller last looked all offers over */
    private record Limits(boolean ranked, boolean behind, Instant reviewedAll, Instant staleBefore, int lowHours) {
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
