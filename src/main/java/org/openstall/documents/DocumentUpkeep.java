package org.openstall.documents;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class DocumentUpkeep {

    @Bean
    RecurringTask<Void> forgottenDocuments(Documents documents) {
        return Tasks.recurring("forgotten-documents", FixedDelay.of(Duration.ofHours(12)))
                .execute((instance, context) -> {
                    try {
                        documents.sweep();
                    } catch (IOException failure) {
                        throw new UncheckedIOException(failure);
                    }
                });
    }
}
