package org.openstall.simulation;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.Random;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** On one node at a time, whichever gets to it. */
@Configuration
@ConditionalOnBooleanProperty("openstall.demo")
class LiveMarketTimer {
    private static final Duration PAUSE = Duration.ofSeconds(30);

    @Bean
    @ConditionalOnBooleanProperty(name = "openstall.demo.live", matchIfMissing = true)
    RecurringTask<Void> liveMarketTask(LiveMarket market) {
        Random random = new Random();
        return Tasks.recurring("demo-marketplace", FixedDelay.of(PAUSE))
                .execute((instance, context) -> market.live(random));
    }
}
