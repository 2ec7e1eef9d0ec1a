package org.openstall.health;

import jakarta.annotation.Priority;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.Audit;
import org.openstall.kernel.Page;
import org.openstall.kernel.SellerId;
import org.openstall.marketplaces.Marketplaces;
import org.springframework.stereotype.Component;

/** Sums the tallies up anew, seller by seller, from the facts that health keeps of each order. */
@Component
@Priority(2)
class TallyAudit implements Audit {
    private static final int BATCH = 1_000;

    private final HealthStore store;
    private final Marketplaces marketplaces;

    TallyAudit(HealthStore store, Marketplaces marketplaces) {
        this.store = store;
        this.marketplaces = marketplaces;
    }

    @Override
    public String name() {
        return "Daily tallies of account health";
    }

    @Override
    public long run(Consumer<String> differences) {
        Comparison comparison = new Comparison(differences);
        Page.walk(after -> store.all(after, BATCH), stretch -> stretch.forEach(comparison::add));
        return comparison.end();
    }

    /** Facts come seller by seller, so one seller's sums are all that has to be held. */
    private final class Comparison {
        private final Consumer<String> differences;
        private final Set<SellerId> unseen = new HashSet<>(store.sellers());
        private Map<TallyKey, Tally> expected = new HashMap<>();
        private @Nullable SellerId seller;
        private long checked;

        Comparison(Consumer<String> differences) {
            this.differences = differences;
        }

        void add(OrderFacts facts) {
            if (!facts.seller().equals(seller)) {
                compare();
                seller = facts.seller();
            }
            facts.contributions(marketplaces.get(facts.marketplace())).forEach((day, tally) -> expected.computeIfAbsent(
                            new TallyKey(facts.seller(), facts.marketplace(), day, 0), it -> new Tally())
                    .add(tally, 1));
        }

        private void compare() {
            if (seller != null) {
                compare(seller);
            }
            expected = new HashMap<>();
        }

        private void compare(SellerId whose) {
            unseen.remove(whose);
            Map<TallyKey, Tally> kept = store.allOf(whose);
            expected.values().removeIf(Tally::isZero);
            Set<TallyKey> keys = new TreeSet<>(kept.keySet());
            keys.addAll(expected.keySet());
            for (TallyKey key : keys) {
                checked++;
                Tally is = kept.getOrDefault(key, new Tally());
                Tally should = expected.getOrDefault(key, new Tally());
                if (!is.equals(should)) {
                    differences.accept("Seller " + whose + " in " + key.marketplace() + " on " + key.day() + ": kept "
                            + is + "; the facts say " + should);
                }
            }
        }

        long end() {
            compare();
            unseen.forEach(this::compare);
            return checked;
        }
    }
}
