package org.openstall.marketplaces;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.openstall.kernel.LostRace;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.NotYours;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The marketplaces of this installation and the policies of each. */
@Service
public class Marketplaces {
    public static final MarketplaceId US = new MarketplaceId("ATVPDKIKX0DER");
    public static final MarketplaceId BR = new MarketplaceId("A2Q3Y263D00KWC");

    /** How long a node may go on with a policy that another node has changed. */
    private static final Duration POLICY_FRESHNESS = Duration.ofSeconds(5);

    private final MarketplaceStore store;
    private final Clock clock;
    private final LoadingCache<MarketplaceId, Policies> policies;
    private final LoadingCache<String, List<Marketplace>> marketplaces;

    Marketplaces(MarketplaceStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.policies = Caffeine.newBuilder().expireAfterWrite(POLICY_FRESHNESS).build(store::policies);
        this.marketplaces = Caffeine.newBuilder().build(key -> store.all());
    }

    /** All marketplaces, the one for newcomers first. */
    public List<Marketplace> all() {
        return marketplaces.get("all");
    }

    public Optional<Marketplace> find(MarketplaceId id) {
        return all().stream().filter(it -> it.id().equals(id)).findFirst();
    }

    /** Finds by country code such as {@code BR} or by id. */
    public Optional<Marketplace> find(String countryOrId) {
        return all().stream()
                .filter(it -> it.country().equalsIgnoreCase(countryOrId)
                        || it.id().value().equals(countryOrId))
                .findFirst();
    }

    public Marketplace get(MarketplaceId id) {
        return find(id).orElseThrow(() -> new NotYours("No marketplace " + id));
    }

    public Policies policies(MarketplaceId id) {
        return policies.get(id);
    }

    /**
     * Sets a policy and keeps the change in its history. Setting the value it has already changes nothing.
     *
     * @param expected the value the person saw when deciding
     * @throws LostRace if it has been changed since
     * @throws IllegalArgumentException if the policy does not accept the value; ask {@link Policy#accepts} first
     */
    @Transactional
    public void change(
            MarketplaceId id, Policy policy, BigDecimal expected, BigDecimal value, String changedBy, String reason) {
        if (!policy.accepts(value)) {
            throw new IllegalArgumentException(policy + " does not accept " + value);
        }
        if (store.lockedPolicies(id).value(policy).compareTo(expected) != 0) {
            throw new LostRace(policy + " has been changed meanwhile");
        }
        if (expected.compareTo(value) != 0) {
            store.save(id, new PolicyChange(clock.instant(), policy, expected, value, changedBy, reason));
        }
        forgetOnceCommitted(id);
    }

    /** Before the commit, somebody else could still read the old value and keep it. */
    private void forgetOnceCommitted(MarketplaceId id) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                policies.invalidate(id);
            }
        });
    }

    /** Newest first. */
    public List<PolicyChange> history(MarketplaceId id) {
        return store.history(id);
    }
}
