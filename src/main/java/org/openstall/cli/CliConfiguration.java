package org.openstall.cli;

import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerStarter;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.TransactionManager;

@Configuration
class CliConfiguration {
    /** Commands plan work for later, but leave it to a server. */
    @Bean
    @ConditionalOnBooleanProperty(name = "openstall.timers.enabled", havingValue = false)
    DbSchedulerStarter noTimers() {
        return () -> {};
    }

    /** Commands make only the beans they use, but events need transactions even to come to an end. */
    @Bean
    static LazyInitializationExcludeFilter transactionsAtOnce() {
        return LazyInitializationExcludeFilter.forBeanTypes(TransactionManager.class);
    }
}
