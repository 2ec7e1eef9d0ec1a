package org.openstall.database;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.events.IncompleteEventPublications;

/**
 * Tells listeners again of events that they have not come to an end with: because they failed, because the process
 * died, or because a command left them to the server.
 */
@Configuration
class UnfinishedEvents {
    private static final Duration PAUSE = Duration.ofSeconds(15);

    /** Younger ones are most likely being worked on. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Bean
    RecurringTask<Void> tellingAgain(IncompleteEventPublications publications) {
        return Tasks.recurring("unfinished-events", FixedDelay.of(PAUSE))
                .execute((instance, context) -> publications.resubmitIncompletePublicationsOlderThan(PATIENCE));
    }
}
