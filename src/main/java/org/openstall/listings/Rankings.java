package org.openstall.listings;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.Sku;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Ranks inventories that have become large: keeps what they are sorted by in a table of its own, with an index for each
 * way. From the first round on every new offer comes ranked; a later one ranks those that were there before, when all
 * transactions that did not know of it yet have ended. An inventory once ranked stays so.
 *
 * <p>An edit, a sale and a short file rank their offers themselves. A long file would keep buyers waiting for several
 * times as long as it takes to publish it, and leaves its offers to be ranked seconds later.
 */
@Configuration
class Rankings {
    private static final Logger LOG = LoggerFactory.getLogger(Rankings.class);

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
            try {
                catchUp(behind, stopping);
            } catch (RuntimeException failure) {
                LOG.error("What files changed in {} is not ranked yet; it will be tried again", behind, failure);
            }
        }
    }

    /** Ranks what files have changed in one inventory, and waits for whoever is changing it. */
    void catchUp(SellerId seller, MarketplaceId marketplace) {
        RankingStore.Ranking ranking = new RankingStore.Ranking(seller, marketplace);
        Optional<RankingStore.Behind> behind = store.behind(ranking);
        while (behind.isPresent() && !catchUp(behind.get(), () -> false)) {
            pause();
            behind = store.behind(ranking);
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS.toMillis());
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while waiting for a file");
        }
    }

    /** Whether nothing is left to do. */
    private boolean catchUp(RankingStore.Behind behind, BooleanSupplier stopping) {
        boolean whole = true;
        Optional<RankingStore.Stretch> stretch = store.mend(behind.ranking(), null, AT_ONCE);
        while (stretch.isPresent() && !stopping.getAsBoolean()) {
            whole &= stretch.get().whole();
            stretch = store.mend(behind.ranking(), stretch.get().last(), AT_ONCE);
        }
        if (stretch.isEmpty() && whole) {
            store.endCatchingUp(behind);
            return true;
        }
        return false;
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
