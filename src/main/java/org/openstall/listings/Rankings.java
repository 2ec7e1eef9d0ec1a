package org.openstall.listings;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.Sku;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Ranks inventories that have become large: keeps what they are sorted by in a table of its own, with an index for each
 * way. From the first round on every new offer comes ranked; a later one ranks those that were there before, when all
 * transactions that did not know of it yet have ended. An inventory once ranked stays so.
 *
 * <p>An edit and a sale rank their offer themselves. A file of many offers would keep their buyers waiting for several
 * times as long as it takes to publish it, and leaves its offers to be ranked seconds later.
 */
@Configuration
class Rankings {
    /** Up to so many, offers are sorted in some hundredths of a second when asked for. */
    static final int LARGE = 100_000;

    private static final Duration PAUSE = Duration.ofMinutes(15);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final int AT_ONCE = 1_000;

    private final RankingStore store;
    private final Clock clock;

    Rankings(RankingStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> rankingInventories() {
        return Tasks.recurring("inventory-ranking", FixedDelay.of(PAUSE))
                .execute((instance, context) -> goRound(LARGE));
    }

    @Bean
    RecurringTask<Void> rankingWhatFilesChanged() {
        return Tasks.recurring("inventory-ranking-files", FixedDelay.of(BETWEEN_LOOKS))
                .execute((instance, context) ->
                        catchUp(() -> context.getSchedulerState().isShuttingDown()));
    }

    /** Ranks what files have changed, in all inventories. */
    void catchUp() {
        catchUp(() -> false);
    }

    private void catchUp(BooleanSupplier stopping) {
        for (RankingStore.Behind behind : store.behind()) {
            catchUp(behind, stopping);
        }
    }

    /** Ranks what files have changed in one inventory, before somebody relies on its lists. */
    void catchUp(SellerId seller, MarketplaceId marketplace) {
        RankingStore.Ranking one = new RankingStore.Ranking(seller, marketplace);
        store.behind().stream().filter(it -> it.ranking().equals(one)).forEach(it -> catchUp(it, () -> false));
    }

    private void catchUp(RankingStore.Behind behind, BooleanSupplier stopping) {
        Sku ranked = null;
        do {
            ranked = store.catchUp(behind.ranking(), ranked, AT_ONCE).orElse(null);
        } while (ranked != null && !stopping.getAsBoolean());
        if (ranked == null) {
            store.endCatchingUp(behind);
        }
    }

    void goRound(int large) {
        Instant now = clock.instant();
        for (RankingStore.Ranking begun : store.begunBefore(now.minus(PAUSE.dividedBy(2)))) {
            Sku ranked = null;
            do {
                ranked = store.rank(begun, ranked, AT_ONCE).orElse(null);
            } while (ranked != null);
            store.end(begun);
        }
        store.larger(large).forEach(it -> store.begin(it, now));
    }
}
