package org.openstall.shipping;

import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.LostRace;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.NotYours;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.TimeOrderedIds;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.marketplaces.Policies;
import org.openstall.marketplaces.Policy;
import org.openstall.shipping.TemplateProblem.Kind;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** How sellers ship: their templates, cut-off and handling times, and what holds for those who have said nothing. */
@Service
public class Templates {
    public static final int MOST = TemplatePolicy.MOST_TEMPLATES;
    public static final int MOST_RATES = TemplatePolicy.MOST_RATES;
    public static final int LONGEST_NAME = TemplatePolicy.LONGEST_NAME;

    /** How long a node may go on with what another node has changed. */
    private static final Duration FRESHNESS = Duration.ofSeconds(5);

    private final TemplateStore store;
    private final Marketplaces marketplaces;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final LoadingCache<Key, Made> made;

    Templates(TemplateStore store, Marketplaces marketplaces, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.marketplaces = marketplaces;
        this.events = events;
        this.clock = clock;
        this.made = Caffeine.newBuilder()
                .maximumSize(50_000)
                .expireAfterWrite(FRESHNESS)
                .build(new CacheLoader<>() {
                    @Override
                    public Made load(Key key) {
                        return loadAll(Set.of(key)).getOrDefault(key, Made.NOTHING);
                    }

                    @Override
                    public Map<Key, Made> loadAll(Set<? extends Key> keys) {
                        return read(keys);
                    }
                });
    }

    private record Key(SellerId seller, MarketplaceId marketplace) {}

    /** What a seller has made himself. */
    private record Made(List<Template> templates, Settings settings) {
        static final Made NOTHING = new Made(List.of(), Settings.NONE);
    }

    /** What a seller has set himself; what is null goes by the marketplace's policies. */
    public record Settings(@Nullable LocalTime cutOff, Promise.@Nullable Handling handling) {
        static final Settings NONE = new Settings(null, null);
    }

    private Map<Key, Made> read(Set<? extends Key> keys) {
        Map<Key, Made> all = new HashMap<>();
        keys.stream().collect(Collectors.groupingBy(Key::marketplace)).forEach((marketplace, some) -> {
            List<SellerId> sellers = some.stream().map(Key::seller).toList();
            Map<SellerId, List<Template>> templates = store.of(sellers, marketplace);
            Map<SellerId, Settings> settings = store.settings(sellers, marketplace);
            some.forEach(it -> all.put(
                    it,
                    new Made(
                            templates.getOrDefault(it.seller(), List.of()),
                            settings.getOrDefault(it.seller(), Settings.NONE))));
        });
        return all;
    }

    /** How each of the sellers ships, as of some seconds ago at the longest. */
    public Map<SellerId, SellerShipping> shipping(Collection<SellerId> sellers, MarketplaceId marketplace) {
        Map<Key, Made> found =
                made.getAll(sellers.stream().map(it -> new Key(it, marketplace)).collect(Collectors.toSet()));
        Policies policies = marketplaces.policies(marketplace);
        Template usual = Template.usual(policies);
        LocalTime cutOff = LocalTime.of(policies.whole(Policy.ORDER_CUT_OFF), 0);
        Promise.Handling handling = usualHandling(marketplace);
        Map<SellerId, SellerShipping> all = new HashMap<>();
        found.forEach((key, his) -> all.put(
                key.seller(),
                new SellerShipping(
                        his.templates().isEmpty() ? List.of(usual) : his.templates(),
                        Objects.requireNonNullElse(his.settings().cutOff(), cutOff),
                        Objects.requireNonNullElse(his.settings().handling(), handling))));
        return all;
    }

    public SellerShipping shipping(SellerId seller, MarketplaceId marketplace) {
        return Objects.requireNonNull(shipping(List.of(seller), marketplace).get(seller));
    }

    public Settings settings(SellerId seller, MarketplaceId marketplace) {
        return store.settings(List.of(seller), marketplace).getOrDefault(seller, Settings.NONE);
    }

    /** The templates a seller has made, by name; none if he goes by the marketplace's. */
    public List<Template> of(SellerId seller, MarketplaceId marketplace) {
        return store.of(List.of(seller), marketplace).getOrDefault(seller, List.of());
    }

    /** @throws NotYours if the seller has no such template */
    public Template get(SellerId seller, UUID id) {
        return find(seller, id).orElseThrow(() -> new NotYours("No template " + id + " of " + seller));
    }

    public Optional<Template> find(SellerId seller, UUID id) {
        return store.find(seller, id);
    }

    /** What the marketplace's policies say, as a template. */
    public Template usual(MarketplaceId marketplace) {
        return Template.usual(marketplaces.policies(marketplace));
    }

    /** What the marketplace's policies say of those who have set no handling time. */
    public Promise.Handling usualHandling(MarketplaceId marketplace) {
        return Promise.Handling.exactly(marketplaces.policies(marketplace).whole(Policy.HANDLING_DAYS));
    }

    /** What would keep a template from being saved, apart from others of its name. */
    public List<TemplateProblem> problems(MarketplaceId marketplace, String name, List<Rate> rates) {
        return TemplatePolicy.problems(
                name, rates, marketplaces.get(marketplace).country());
    }

    /** Makes a template. A seller's first is his default. */
    @Transactional
    public SaveResult create(SellerId seller, MarketplaceId marketplace, String name, List<Rate> rates) {
        List<Template> all = store.locked(seller, marketplace);
        List<TemplateProblem> problems = new ArrayList<>(problems(marketplace, name, rates));
        if (all.size() >= MOST) {
            problems.addFirst(TemplateProblem.of(-1, Kind.TOO_MANY_TEMPLATES, MOST));
        }
        if (isTaken(name, null, all)) {
            problems.addFirst(TemplateProblem.of(-1, Kind.NAME_TAKEN));
        }
        if (!problems.isEmpty()) {
            return new SaveResult.Refused(problems);
        }
        Template template = new Template(
                TimeOrderedIds.create(clock.instant()), marketplace, name.strip(), all.isEmpty(), 1, rates);
        try {
            store.add(seller, template);
        } catch (DuplicateKeyException somebodyWasFaster) {
            throw new LostRace("Another template was made in the same moment");
        }
        forgetOnceCommitted(seller, marketplace);
        return new SaveResult.Saved(template);
    }

    private static boolean isTaken(String name, @Nullable UUID id, List<Template> all) {
        return all.stream().anyMatch(it -> !it.id().equals(id) && it.name().equalsIgnoreCase(name.strip()));
    }

    /**
     * Changes a template.
     *
     * @param seen the version that was changed
     */
    @Transactional
    public SaveResult save(SellerId seller, UUID id, int seen, String name, List<Rate> rates) {
        Optional<Template> found = store.find(seller, id);
        if (found.isEmpty()) {
            return new SaveResult.Stale();
        }
        Template before = found.get();
        List<TemplateProblem> problems = new ArrayList<>(problems(before.marketplace(), name, rates));
        if (isTaken(name, id, store.locked(seller, before.marketplace()))) {
            problems.addFirst(TemplateProblem.of(-1, Kind.NAME_TAKEN));
        }
        if (!problems.isEmpty()) {
            return new SaveResult.Refused(problems);
        }
        Template after = new Template(id, before.marketplace(), name.strip(), before.isDefault(), seen + 1, rates);
        if (!store.save(seller, after)) {
            return new SaveResult.Stale();
        }
        forgetOnceCommitted(seller, before.marketplace());
        return new SaveResult.Saved(after);
    }

    /** @throws NotYours if the seller has no such template */
    @Transactional
    public void makeDefault(SellerId seller, UUID id) {
        MarketplaceId marketplace = get(seller, id).marketplace();
        store.locked(seller, marketplace);
        store.makeDefault(seller, marketplace, id);
        forgetOnceCommitted(seller, marketplace);
    }

    /**
     * Deletes a template. What used it uses the replacement from now on, which also becomes the default if the
     * deleted one was. The last one goes without: then the marketplace's holds.
     *
     * @param replacement another one of the seller in the same marketplace; null only for his last one
     * @throws LostRace if one of the two is not there any more, or the last one is not the last
     */
    @Transactional
    public void delete(SellerId seller, UUID id, @Nullable UUID replacement) {
        MarketplaceId marketplace = get(seller, id).marketplace();
        List<Template> all = store.locked(seller, marketplace);
        Template going = all.stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new LostRace("Template " + id + " is gone"));
        if (replacement == null
                ? all.size() > 1
                : all.stream().noneMatch(it -> it.id().equals(replacement))) {
            throw new LostRace("There is no template " + replacement + " to take the place of " + id);
        }
        if (id.equals(replacement)) {
            throw new LostRace("A template cannot take its own place");
        }
        store.delete(seller, id);
        if (replacement != null && going.isDefault()) {
            store.makeDefault(seller, marketplace, replacement);
        }
        events.publishEvent(new TemplateDeleted(seller, marketplace, id, replacement));
        forgetOnceCommitted(seller, marketplace);
    }

    /** Sets until when orders count as of the same day. */
    @Transactional
    public void setCutOff(SellerId seller, MarketplaceId marketplace, LocalTime cutOff) {
        store.saveCutOff(seller, marketplace, cutOff);
        forgetOnceCommitted(seller, marketplace);
    }

    /** Sets how long until shipment where an offer says nothing itself; null goes by the marketplace's policy. */
    @Transactional
    public void setHandling(SellerId seller, MarketplaceId marketplace, Promise.@Nullable Handling handling) {
        store.saveHandling(seller, marketplace, handling);
        forgetOnceCommitted(seller, marketplace);
    }

    private void forgetOnceCommitted(SellerId seller, MarketplaceId marketplace) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                made.invalidate(new Key(seller, marketplace));
            }
        });
    }
}
