package org.openstall.carriers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openstall.kernel.NotYours;
import org.springframework.stereotype.Service;

/** Lets carriers and aggregators in, and keeps them out again. */
@Service
public class Aggregators {
    static final int LONGEST_NAME = 60;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final AggregatorStore store;
    private final Clock clock;

    Aggregators(AggregatorStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** All of them, those who may report first, then by name. */
    public List<Aggregator> all() {
        return store.all();
    }

    /**
     * Makes a key for somebody.
     *
     * @param id made when the form was shown: sent twice, it is one key
     * @param by the name of the operator
     */
    public NewAggregator add(UUID id, String name, String by) {
        String stripped = name.strip();
        if (stripped.isEmpty()) {
            return new NewAggregator.NameMissing();
        }
        if (stripped.length() > LONGEST_NAME) {
            return new NewAggregator.NameTooLong(LONGEST_NAME);
        }
        Key key = Key.random();
        Aggregator aggregator = new Aggregator(id, stripped, key.beginning(), clock.instant(), by, null, null, null);
        return store.add(aggregator, key.hash())
                ? new NewAggregator.Added(aggregator, key.text())
                : new NewAggregator.AddedBefore();
    }

    /**
     * From now on nothing is taken from him. Doing it again changes nothing.
     *
     * @throws NotYours if there is no such aggregator
     */
    public void revoke(UUID id, String by) {
        if (!store.revoke(id, clock.instant(), by)) {
            throw new NotYours("No aggregator " + id);
        }
    }

    /** Whose key it is, unless it has been revoked. */
    Optional<Aggregator> withKey(String key) {
        Optional<Aggregator> found = store.withHash(Key.of(key).hash()).filter(it -> !it.isRevoked());
        found.ifPresent(this::noteUse);
        return found;
    }

    private void noteUse(Aggregator aggregator) {
        Instant now = clock.instant();
        Instant last = aggregator.lastUsedAt();
        if (last == null || last.plus(MINUTE).isBefore(now)) {
            store.used(aggregator.id(), now);
        }
    }
}
