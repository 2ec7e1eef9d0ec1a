package org.openstall.listings;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Begins a new day for the sales of every offer soon after midnight, wherever that is. */
@Configuration
class SalesTimer {
    @Bean
    RecurringTask<Void> agingSales(Sales sales) {
        return Tasks.recurring("aging-sales", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) -> sales.ageAll());
    }
}
