package org.openstall.catalog;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openstall.catalog.Proposal.Decision;
import org.openstall.catalog.Proposal.Stage;
import org.openstall.kernel.LostRace;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.NotYours;
import org.openstall.kernel.Page;
import org.openstall.kernel.ProductId;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.Sku;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Pages that sellers propose and operators decide on. Each step writes one home: the decision the proposal, then the
 * page the product, then the outcome the proposal again, with the seller's offer in the same transaction.
 */
@Service
public class Proposals {
    private final ProposalStore store;
    private final Catalog catalog;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Proposals(ProposalStore store, Catalog catalog, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.catalog = catalog;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Hands a page in, to wait for the operator. Sent twice under one key it counts once.
     *
     * @param page as {@link ProductTypes#readPage} has found it good
     */
    @Transactional
    public Proposal propose(
            ProposalKey key, MarketplaceId marketplace, NewProduct page, @Nullable String offer, String proposedBy) {
        store.add(new Proposal(key, marketplace, page, offer, proposedBy, clock.instant(), Stage.WAITING, null, null));
        return get(key);
    }

    /** The last that were handed in for each of the SKUs, however they stand; none for those without. */
    public Map<Sku, Proposal> last(SellerId seller, MarketplaceId marketplace, Collection<Sku> skus) {
        return skus.isEmpty() ? Map.of() : store.last(seller, marketplace, skus);
    }

    /** @throws NotYours if the seller has no such proposal */
    public Proposal get(ProposalKey key) {
        return store.find(key).orElseThrow(() -> new NotYours("No proposal " + key));
    }

    /** A seller's, the newest first. */
    public Page<Proposal> of(SellerId seller, @Nullable String after, int size) {
        return store.of(seller, after, size);
    }

    /** All that wait, the oldest first. */
    public Page<Proposal> waiting(@Nullable String after, int size) {
        return store.waiting(after, size);
    }

    /** All that an operator has decided, the last first. */
    public Page<Proposal> decided(@Nullable String after, int size) {
        return store.decided(after, size);
    }

    public int countWaiting() {
        return store.countWaiting();
    }

    /**
     * Makes a page of it, which is there a moment later.
     *
     * @return the page that has its code already; then nothing is decided, and merging is the way
     * @throws LostRace if somebody has decided already
     */
    @Transactional
    public Optional<Product> approve(ProposalKey key, String decidedBy) {
        Proposal proposal = get(key);
        if (proposal.stage() != Stage.WAITING) {
            throw new LostRace("Proposal " + key + " is decided");
        }
        for (Gtin code : proposal.page().codes()) {
            Optional<Product> owner = catalog.findByCode(code.value());
            if (owner.isPresent()) {
                return owner;
            }
        }
        decide(key, Stage.APPROVED, null, new Decision(decidedBy, clock.instant(), ""));
        events.publishEvent(new ProposalApproved(key));
        return Optional.empty();
    }

    /**
     * Sends the seller to a page of the same product.
     *
     * @throws LostRace if somebody has decided already
     */
    @Transactional
    public void merge(ProposalKey key, ProductId into, String decidedBy, String reason) {
        decide(key, Stage.MERGED, into, new Decision(decidedBy, clock.instant(), reason));
        accepted(get(key), into);
    }

    /** @throws LostRace if somebody has decided already */
    @Transactional
    public void reject(ProposalKey key, String decidedBy, String reason) {
        decide(key, Stage.REJECTED, null, new Decision(decidedBy, clock.instant(), reason));
    }

    /**
     * Changes what waits for the page.
     *
     * @throws LostRace if there is a page by now, or will be none
     */
    @Transactional
    public void changeOffer(ProposalKey key, String offer) {
        LostRace.unlessOne(store.saveOffer(key, offer), "Proposal " + key + " is decided");
    }

    /**
     * Takes a proposal back in its seller's name.
     *
     * @throws LostRace if somebody has decided already
     */
    @Transactional
    public void withdraw(ProposalKey key, String withdrawnBy) {
        decide(key, Stage.WITHDRAWN, null, new Decision(withdrawnBy, clock.instant(), ""));
    }

    private void decide(ProposalKey key, Stage stage, @Nullable ProductId product, Decision decision) {
        get(key);
        LostRace.unlessOne(store.decide(key, stage, product, decision), "Proposal " + key + " is decided");
    }

    private void accepted(Proposal proposal, ProductId product) {
        events.publishEvent(new ProposalAccepted(proposal.key(), product, proposal.offer(), proposal.proposedBy()));
    }

    /** Makes the page; told twice, it finds the one it made by its external id. */
    @Transactional
    ProductId makePage(ProposalKey key) {
        NewProduct page = get(key).page();
        NewProduct known = new NewProduct(
                page.title(),
                page.brand(),
                page.category(),
                page.productType(),
                page.description(),
                page.attributes(),
                page.codes(),
                page.imageUrl(),
                new ExternalId("proposal", key.id().toString()));
        ProductId made = catalog.add(known).id();
        events.publishEvent(new ProposalPageMade(key, made));
        return made;
    }

    @Transactional
    void settle(ProposalKey key, ProductId product) {
        if (store.settle(key, product) == 1) {
            accepted(get(key), product);
        }
    }
}
