package org.openstall.listings;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.LostRace;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.NotYours;
import org.openstall.kernel.Page;
import org.openstall.kernel.ProductId;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.Sku;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.sellers.Sellers;
import org.openstall.shipping.Promise;
import org.openstall.shipping.TemplateDeleted;
import org.openstall.shipping.Templates;
import org.openstall.wording.Findings;
import org.openstall.wording.TextKind;
import org.openstall.wording.Wording;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists, finds and edits offers, and takes stock for orders. */
@Service
public class Offers {
    public static final int MOST_QUANTITY = OfferPolicy.MOST_QUANTITY;
    public static final long MOST_PRICE_MINOR = OfferPolicy.MOST_PRICE_MINOR;
    public static final int LONGEST_NOTE = OfferPolicy.LONGEST_NOTE;

    private final OfferStore store;
    private final BulkOfferStore bulk;
    private final HistoryStore histories;
    private final TakenOffStore takenOff;
    private final Marketplaces marketplaces;
    private final Sellers sellers;
    private final Templates templates;
    private final Sales sales;
    private final Wording wording;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Offers(
            OfferStore store,
            BulkOfferStore bulk,
            HistoryStore histories,
            TakenOffStore takenOff,
            Marketplaces marketplaces,
            Sellers sellers,
            Templates templates,
            Sales sales,
            Wording wording,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.bulk = bulk;
        this.histories = histories;
        this.takenOff = takenOff;
        this.marketplaces = marketplaces;
        this.sellers = sellers;
        this.templates = templates;
        this.sales = sales;
        this.wording = wording;
        this.events = events;
        this.clock = clock;
    }

    /** Lists offers that do not exist yet; one whose SKU is taken stays as it is. Says how many are new. */
    @Transactional
    public int listAll(List<NewOffer> offers) {
        List<NewOffer> fresh = store.add(offers, clock.instant());
        fresh.stream()
                .filter(NewOffer::open)
                .collect(Collectors.groupingBy(
                        it -> it.key().marketplace(), Collectors.mapping(NewOffer::product, Collectors.toList())))
                .forEach((marketplace, products) -> events.publishEvent(new OffersChanged(marketplace, products)));
        return fresh.size();
    }

    /**
     * Lists one offer. The caller knows that there is such a product. Of a seller who may not sell at present, buyers
     * do not see it until he may; nor one whose SKU the operator has taken off.
     */
    @Transactional
    public ListResult list(NewOffer offer, String changedBy) {
        Set<OfferRefusal> refusals = refusals(offer.key().marketplace(), offer.terms(), null);
        if (!refusals.isEmpty()) {
            return new ListResult.Refused(refusals);
        }
        Instant now = clock.instant();
        Optional<Offer> listed = store.add(offer, now);
        if (listed.isEmpty()) {
            return new ListResult.Refused(EnumSet.of(OfferRefusal.SKU_TAKEN));
        }
        sales.countAnew(offer.key().marketplace(), List.of(offer.key()));
        histories.save(offer.key(), OfferHistory.listed(listed.get()), Reason.LISTED, changedBy, now);
        Set<Suppression> reasons = EnumSet.noneOf(Suppression.class);
        if (!sellers.sells(offer.key().seller(), offer.key().marketplace())) {
            reasons.add(Suppression.STANDING);
        }
        if (!takenOff.find(List.of(offer.key())).isEmpty()) {
            reasons.add(Suppression.OPERATOR);
        }
        if (!reasons.isEmpty()) {
            return new ListResult.Listed(store.saveSuppressions(offer.key(), reasons));
        }
        if (offer.open()) {
            tell(listed.get());
        }
        return new ListResult.Listed(listed.get());
    }

    /** Why an offer could not be listed under the key with these terms; empty if it could. */
    public Set<OfferRefusal> refusals(OfferKey key, Terms terms) {
        Set<OfferRefusal> refusals = refusals(key.marketplace(), terms, null);
        if (find(key).isPresent()) {
            refusals.add(OfferRefusal.SKU_TAKEN);
        }
        return refusals;
    }

    /** @param known the note as it is, which does not stand in the way of other changes */
    private Set<OfferRefusal> refusals(MarketplaceId marketplace, Terms terms, @Nullable String known) {
        Set<OfferRefusal> refusals =
                OfferPolicy.refusals(terms, marketplaces.get(marketplace).currency());
        String note = terms.note();
        if (note != null
                && !note.equals(known)
                && !refusals.contains(OfferRefusal.NOTE_TOO_LONG)
                && check(marketplace, note).isBlocked()) {
            refusals.add(OfferRefusal.NOTE_REFUSED);
        }
        return refusals;
    }

    /** What there is to say against a condition note; of one that is too long, of its beginning. */
    public Findings check(MarketplaceId marketplace, String note) {
        String text = note.codePointCount(0, note.length()) <= LONGEST_NOTE
                ? note
                : note.substring(0, note.offsetByCodePoints(0, LONGEST_NOTE));
        return wording.check(
                TextKind.CONDITION_NOTE, marketplaces.get(marketplace).country(), null, text);
    }

    private void tell(Offer offer) {
        OfferKey key = offer.key();
        events.publishEvent(new OfferChanged(key.marketplace(), offer.product(), key.seller(), key.sku()));
    }

    public Optional<Offer> find(OfferKey key) {
        return store.find(key);
    }

    /**
     * The offer that a page or an address names.
     *
     * @throws NotYours if the seller has no such offer, or that is no SKU at all
     */
    public Offer get(SellerId seller, MarketplaceId marketplace, String sku) {
        return Optional.of(sku)
                .filter(Sku::isValid)
                .flatMap(it -> find(new OfferKey(seller, marketplace, new Sku(it))))
                .orElseThrow(() -> new NotYours("No SKU " + sku + " of " + seller));
    }

    public Map<OfferKey, Offer> find(Collection<OfferKey> keys) {
        return store.find(keys);
    }

    /** Active offers of one product with stock first, then by price. */
    public Page<Offer> of(MarketplaceId marketplace, ProductId product, @Nullable String after, int size) {
        return store.of(marketplace, product, after, size);
    }

    /** What a seller offers of some products, open or not. */
    public List<Offer> ofSeller(SellerId seller, MarketplaceId marketplace, Collection<ProductId> products) {
        return products.isEmpty() ? List.of() : store.ofSeller(seller, marketplace, products);
    }

    /** Summaries of the active offers of the products that have any. */
    public List<OfferSummary> summaries(MarketplaceId marketplace, Collection<ProductId> products) {
        return products.isEmpty() ? List.of() : store.summaries(marketplace, products);
    }

    /** How many active offers a product has. */
    public int count(MarketplaceId marketplace, ProductId product) {
        return summaries(marketplace, List.of(product)).stream()
                .mapToInt(OfferSummary::offers)
                .sum();
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

    /** What the last hundred changes were, newest first. */
    public List<OfferChange> history(OfferKey key) {
        return history(key, null, 100).items().stream().flatMap(List::stream).toList();
    }

    /** All changes, newest first; each may have changed several things. */
    public Page<List<OfferChange>> history(OfferKey key, @Nullable String after, int size) {
        return histories.of(key, after, size);
    }

    /**
     * Changes an offer and counts as looking it over.
     *
     * @throws NotYours if the seller has no such offer
     */
    @Transactional
    public EditResult edit(OfferKey key, OfferEdit edit, String changedBy) {
        return edit(key, edit, Reason.COUNTED, changedBy);
    }

    /**
     * Changes an offer and counts as looking it over.
     *
     * @param reason why the quantity is changed, if it is
     * @throws NotYours if the seller has no such offer
     */
    @Transactional
    public EditResult edit(OfferKey key, OfferEdit edit, Reason reason, String changedBy) {
        Offer before = locked(key);
        Terms terms = edit.applyTo(before.terms());
        Set<OfferRefusal> refusals =
                refusals(key.marketplace(), terms, before.terms().note());
        if (!refusals.isEmpty()) {
            return new EditResult.Refused(refusals);
        }
        Instant now = clock.instant();
        Offer after = store.save(key, terms, edit.open() == null ? before.open() : edit.open(), now);
        remember(before, after, reason, changedBy, now);
        return new EditResult.Edited(after);
    }

    /**
     * Has an offer shipped by another of the seller's templates; null takes his default.
     *
     * @throws NotYours if the seller has no such offer
     */
    @Transactional
    public Offer shipBy(OfferKey key, @Nullable UUID template, String changedBy) {
        Offer before = locked(key);
        Offer after = store.saveTemplate(key, template);
        remember(before, after, Reason.COUNTED, changedBy, clock.instant());
        return after;
    }

    /**
     * Has a seller promise one handling time of all his open offers: it becomes his default, and they give up their
     * own. Says how many had one.
     */
    @Transactional
    public int promiseHandling(
            SellerId seller, MarketplaceId marketplace, Promise.Handling handling, String changedBy) {
        templates.setHandling(seller, marketplace, handling);
        return bulk.dropHandling(seller, marketplace, changedBy, clock.instant());
    }

    /** How many offers name each of a seller's templates; those that go by the default name none. */
    public Map<UUID, Integer> templateUses(SellerId seller, MarketplaceId marketplace) {
        return bulk.templateUses(seller, marketplace);
    }

    /** What named the template names its replacement from now on, in the same transaction. */
    @EventListener
    void on(TemplateDeleted deleted) {
        bulk.replaceTemplate(deleted.seller(), deleted.template(), deleted.replacement());
    }

    /**
     * Takes an offer off sale in the operator's name. Only he can give it back; neither listing the SKU anew nor a
     * file does.
     *
     * @param reason which the seller reads
     * @throws NotYours if the seller has no such offer
     * @throws LostRace if it is off already
     */
    @Transactional
    public Offer takeOff(OfferKey key, String reason, String changedBy) {
        Offer before = locked(key);
        Instant now = clock.instant();
        LostRace.unlessOne(
                takenOff.add(key, new TakenOff(reason.strip(), changedBy, now)), "Offer " + key + " is taken off");
        Set<Suppression> reasons = EnumSet.of(Suppression.OPERATOR);
        reasons.addAll(before.suppressions());
        Offer after = store.saveSuppressions(key, reasons);
        remember(before, after, OfferHistory.between(before, after).takenOff("", reason.strip()), changedBy, now);
        return after;
    }

    /**
     * Lets an offer that was taken off be sold again, if nothing else keeps it from buyers.
     *
     * @throws NotYours if the seller has no such offer
     * @throws LostRace if it is not taken off
     */
    @Transactional
    public Offer giveBack(OfferKey key, String changedBy) {
        Offer before = locked(key);
        String reason = Optional.ofNullable(takenOff.find(List.of(key)).get(key))
                .map(TakenOff::reason)
                .orElse("");
        LostRace.unlessOne(takenOff.remove(key), "Offer " + key + " is not taken off");
        Set<Suppression> reasons = EnumSet.noneOf(Suppression.class);
        reasons.addAll(before.suppressions());
        reasons.remove(Suppression.OPERATOR);
        Offer after = store.saveSuppressions(key, reasons);
        remember(before, after, OfferHistory.between(before, after).takenOff(reason, ""), changedBy, clock.instant());
        return after;
    }

    /** Of some offers, those that the operator has taken off, and why. */
    public Map<OfferKey, TakenOff> takenOff(Collection<Offer> offers) {
        List<OfferKey> keys = offers.stream()
                .filter(it -> it.suppressions().contains(Suppression.OPERATOR))
                .map(Offer::key)
                .toList();
        return keys.isEmpty() ? Map.of() : takenOff.find(keys);
    }

    private Offer locked(OfferKey key) {
        return store.lock(key).orElseThrow(() -> new NotYours("No offer " + key));
    }

    private void remember(Offer before, Offer after, Reason reason, String changedBy, Instant now) {
        OfferHistory history = OfferHistory.between(before, after);
        if (!history.isEmpty()) {
            histories.save(before.key(), history, reason, changedBy, now);
        }
        tellIfVisible(before, after);
    }

    private void remember(Offer before, Offer after, OfferHistory history, String changedBy, Instant now) {
        histories.save(before.key(), history, Reason.COUNTED, changedBy, now);
        tellIfVisible(before, after);
    }

    private void tellIfVisible(Offer before, Offer after) {
        if (!before.price().equals(after.price())
                || before.active() != after.active()
                || before.canSell(1) != after.canSell(1)) {
            tell(after);
        }
    }

    /**
     * Takes units out of stock and counts them as sold, one result a take and in the same order; for use inside the
     * transaction of an order. The caller rolls back unless all were taken.
     *
     * @param takes in the natural order of their offers
     * @param at when the order is placed
     */
    @Transactional
    public List<TakeResult> take(List<Take> takes, Instant at) {
        List<TakeResult> results = new ArrayList<>();
        for (Take take : takes) {
            LocalDate day = marketplaces.get(take.offer().marketplace()).dayOf(at);
            TakeResult result = store.take(take, day);
            results.add(result);
            if (result instanceof TakeResult.Taken taken && taken.offer().quantity() == 0) {
                tell(taken.offer());
            }
        }
        return results;
    }

    /** Puts units of a cancelled order back on sale. An offer that is gone meanwhile stays gone. */
    @Transactional
    public void putBack(OfferKey key, int quantity) {
        store.putBack(key, quantity).ifPresent(offer -> {
            if (offer.quantity() == quantity) {
                tell(offer);
            }
        });
    }
}
