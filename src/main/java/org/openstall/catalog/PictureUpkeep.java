package org.openstall.catalog;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class PictureUpkeep {

    @Bean
    RecurringTask<Void> unusedPictures(Pictures pictures) {
        return Tasks.recurring("unused-pictures", FixedDelay.of(Duration.ofHours(12)))
                .execute((instance, context) -> pictures.sweep());
    }
}
