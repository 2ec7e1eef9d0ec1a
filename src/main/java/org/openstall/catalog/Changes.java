package org.openstall.catalog;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openstall.catalog.ChangeRequest.Stage;
import org.openstall.catalog.Proposal.Decision;
import org.openstall.kernel.LostRace;
import org.openstall.kernel.NotYours;
import org.openstall.kernel.Page;
import org.openstall.kernel.ProductId;
import org.openstall.kernel.SellerId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Corrections of product pages, asked for by sellers and decided on by operators. All of one page is in one home. */
@Service
public class Changes {
    public static final int LONGEST_REASON = 1_000;

    private final ChangeStore store;
    private final CatalogStore pages;
    private final ProductTypes types;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Changes(ChangeStore store, CatalogStore pages, ProductTypes types, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.pages = pages;
        this.types = types;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Asks for a change. Sent twice under one key it counts once.
     *
     * @param seen what the page said when the seller wrote
     * @return why it is not asked for; empty if it is
     * @throws NotYours if there is no such page
     */
    @Transactional
    public Optional<ChangeRefusal> request(
            ChangeKey key,
            SellerId seller,
            PageField field,
            String seen,
            String wanted,
            String reason,
            String requestedBy) {
        if (store.find(key).filter(it -> it.seller().equals(seller)).isPresent()) {
            return Optional.empty();
        }
        Product page = page(key.product());
        String now = field.value(page);
        String to = field.kind() == PageField.Kind.DESCRIPTION ? wanted.strip() : ProductTypes.tidy(wanted);
        Optional<ChangeRefusal> refusal = refusal(page, field, seen, now, to, reason.strip());
        if (refusal.isEmpty()) {
            store.add(new ChangeRequest(
                    key,
                    seller,
                    field,
                    now,
                    kept(page, field, to),
                    reason.strip(),
                    requestedBy,
                    clock.instant(),
                    Stage.WAITING,
                    null));
        }
        return refusal;
    }

    private Product page(ProductId id) {
        return pages.find(List.of(id)).stream().findFirst().orElseThrow(() -> new NotYours("No product " + id));
    }

    private Optional<ChangeRefusal> refusal(
            Product page, PageField field, String seen, String now, String to, String reason) {
        if (!sameText(seen, now)) {
            return Optional.of(new ChangeRefusal.Stale(now));
        }
        Optional<ChangeRefusal> unfit = types.unfit(page, field, to);
        if (unfit.isPresent()) {
            return unfit;
        }
        if (kept(page, field, to).equals(now)) {
            return Optional.of(new ChangeRefusal.Same());
        }
        Optional<Product> owner = owner(page.id(), field, to);
        if (owner.isPresent()) {
            return Optional.of(new ChangeRefusal.CodeTaken(owner.get()));
        }
        if (reason.isEmpty()) {
            return Optional.of(new ChangeRefusal.ReasonMissing());
        }
        return reason.length() > LONGEST_REASON
                ? Optional.of(new ChangeRefusal.ReasonTooLong(LONGEST_REASON))
                : Optional.empty();
    }

    /** The other page that has one of the codes that this one should have. */
    private Optional<Product> owner(ProductId page, PageField field, String to) {
        if (field.kind() != PageField.Kind.CODE) {
            return Optional.empty();
        }
        List<Gtin> codes = PageField.codes(to).stream()
                .flatMap(it -> it instanceof Gtin code ? Stream.of(code) : Stream.empty())
                .toList();
        List<ProductId> others = pages.owners(codes).values().stream()
                .filter(it -> !it.equals(page))
                .sorted(Comparator.comparing(ProductId::value))
                .toList();
        return pages.find(others).stream().findFirst();
    }

    /** Forms turn line breaks into those of the web. */
    private static boolean sameText(String seen, String now) {
        return seen.replace("\r\n", "\n")
                .strip()
                .equals(now.replace("\r\n", "\n").strip());
    }

    /** The value in the form in which the page keeps it. */
    private String kept(Product page, PageField field, String to) {
        if (field.kind() == PageField.Kind.CODE) {
            return field.value(field.with(page, to));
        }
        if (field.kind() != PageField.Kind.ATTRIBUTE || to.isEmpty()) {
            return to;
        }
        return types.of(page)
                .flatMap(type -> type.attribute(field.attribute()).map(it -> types.read(type, Map.of(it.name(), to))
                        .attributes()
                        .getOrDefault(it.name(), to)))
                .orElse(to);
    }

    /** @throws NotYours if the seller has no such request */
    public ChangeRequest get(SellerId seller, UUID id) {
        return store.find(seller, id).orElseThrow(() -> new NotYours("No change request " + id));
    }

    /** @throws NotYours if there is none */
    public ChangeRequest get(ChangeKey key) {
        return store.find(key).orElseThrow(() -> new NotYours("No change request " + key));
    }

    /** A seller's, the newest first. */
    public Page<ChangeRequest> of(SellerId seller, @Nullable String after, int size) {
        return store.of(seller, after, size);
    }

    /** All that concern a page, the newest first. */
    public Page<ChangeRequest> of(ProductId product, @Nullable String after, int size) {
        return store.of(product, after, size);
    }

    /** A seller's that concern a page, the newest first. */
    public Page<ChangeRequest> of(SellerId seller, ProductId product, @Nullable String after, int size) {
        return store.of(seller, product, after, size);
    }

    /** All that wait, the oldest first. */
    public Page<ChangeRequest> waiting(@Nullable String after, int size) {
        return store.waiting(after, size);
    }

    /** All that are decided, the last first. */
    public Page<ChangeRequest> decided(@Nullable String after, int size) {
        return store.decided(after, size);
    }

    public int countWaiting() {
        return store.countWaiting();
    }

    /** What the page says now where the request would change it, as of this moment and not of the cache. */
    public String now(ChangeRequest request) {
        return request.field().value(page(request.key().product()));
    }

    /** Another page that has a code which the request wants for its own; so it cannot be accepted. */
    public Optional<Product> conflict(ChangeRequest request) {
        return request.decision() == null
                ? owner(request.key().product(), request.field(), request.to())
                : Optional.empty();
    }

    /**
     * Changes the page.
     *
     * @param seen what the page said when the operator decided
     * @return the other page that has the code; then nothing is decided
     * @throws LostRace if somebody has decided already, or the page says something else by now
     */
    @Transactional
    public Optional<Product> accept(ChangeKey key, String seen, String decidedBy, String reason) {
        ChangeRequest request = get(key);
        Optional<Product> conflict = conflict(request);
        if (conflict.isPresent()) {
            return conflict;
        }
        Product page = pages.lock(key.product()).orElseThrow(() -> new NotYours("No product " + key.product()));
        decide(key, Stage.ACCEPTED, new Decision(decidedBy, clock.instant(), reason));
        if (!sameText(seen, request.field().value(page))) {
            throw new LostRace("Product " + key.product() + " says something else by now");
        }
        Product changed = request.field().with(page, request.to());
        if (request.field().kind() == PageField.Kind.CODE) {
            pages.saveCodes(page.id(), changed.codes());
        }
        pages.save(changed);
        events.publishEvent(new ProductChanged(key.product()));
        return Optional.empty();
    }

    /** @throws LostRace if somebody has decided already */
    @Transactional
    public void reject(ChangeKey key, String decidedBy, String reason) {
        get(key);
        decide(key, Stage.REJECTED, new Decision(decidedBy, clock.instant(), reason));
    }

    private void decide(ChangeKey key, Stage stage, Decision decision) {
        LostRace.unlessOne(store.decide(key, stage, decision), "Change request " + key + " is decided");
    }
}
