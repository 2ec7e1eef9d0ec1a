package org.openstall.ordering;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import org.openstall.kernel.LostRace;
import org.openstall.marketplaces.Marketplaces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Cancels orders that nobody has shipped long after they should have: the buyer has his money back, and it counts
 * against the seller. Each by itself, so one that is confirmed at that moment stops nothing.
 */
@Configuration
class NeverShipped {
    private static final Logger LOG = LoggerFactory.getLogger(NeverShipped.class);
    private static final Duration PAUSE = Duration.ofMinutes(10);
    private static final int AT_ONCE = 200;

    private final Orders orders;
    private final Marketplaces marketplaces;

    NeverShipped(Orders orders, Marketplaces marketplaces) {
        this.orders = orders;
        this.marketplaces = marketplaces;
    }

    @Bean
    RecurringTask<Void> cancellingNeverShippedOrders() {
        return Tasks.recurring("never-shipped-orders", FixedDelay.of(PAUSE))
                .execute((instance, context) -> cancelAll());
    }

    /** @return how many it has cancelled */
    int cancelAll() {
        int cancelled = 0;
        for (var marketplace : marketplaces.all()) {
            List<Orders.Overdue> stretch;
            do {
                stretch = orders.overdue(marketplace.id(), AT_ONCE);
                for (Orders.Overdue it : stretch) {
                    cancelled += cancel(it);
                }
            } while (stretch.size() == AT_ONCE);
        }
        return cancelled;
    }

    private int cancel(Orders.Overdue overdue) {
        try {
            orders.cancel(overdue.seller(), overdue.order(), CancelReason.NEVER_SHIPPED);
            return 1;
        } catch (LostRace shippedAfterAll) {
            LOG.debug("Left alone", shippedAfterAll);
            return 0;
        }
    }
}
