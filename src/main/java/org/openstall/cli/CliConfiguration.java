package org.openstall.cli;

import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerStarter;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskExecutor;
import org.springframework.transaction.TransactionManager;
import tools.jackson.databind.json.JsonMapper;

@Configuration
class CliConfiguration {
    /** Commands plan work for later, but leave it to a server. */
    @Bean
    @ConditionalOnBooleanProperty(name = "openstall.timers.enabled", havingValue = false)
    DbSchedulerStarter noTimers() {
        return () -> {};
    }

    /** So is what others do about an event afterwards: it is recorded as not done yet. */
    @Bean("applicationTaskExecutor")
    @ConditionalOnBooleanProperty(name = "openstall.timers.enabled", havingValue = false)
    TaskExecutor nothingAfterwards() {
        return task -> {};
    }

    /** Commands make only the beans they use, but events need transactions, and their text, even to come to an end. */
    @Bean
    static LazyInitializationExcludeFilter eventsCanEnd() {
        return LazyInitializationExcludeFilter.forBeanTypes(TransactionManager.class, JsonMapper.class);
    }
}
