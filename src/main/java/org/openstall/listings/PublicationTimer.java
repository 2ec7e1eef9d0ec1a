package org.openstall.listings;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells what publications have changed, about as fast as the search index can follow. */
@Configuration
class PublicationTimer {
    private static final int STRETCHES_AT_ONCE = 4;

    @Bean
    RecurringTask<Void> publishedChanges(Publications publications) {
        return Tasks.recurring("published-changes", FixedDelay.of(Duration.ofSeconds(1)))
                .execute((instance, context) -> {
                    boolean more = true;
                    for (int told = 0; more && told < STRETCHES_AT_ONCE; told++) {
                        more = publications.tell();
                    }
                });
    }
}
