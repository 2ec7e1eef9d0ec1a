package org.openstall.identity;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Clears away what nobody needs any more. */
@Configuration
class SignInUpkeep {

    @Bean
    RecurringTask<Void> forgottenAttempts(SignInLimits limits) {
        return Tasks.recurring("forgotten-sign-in-attempts", FixedDelay.of(Duration.ofHours(1)))
                .execute((task, context) -> {
                    while (limits.forgetExpired() > 0) {
                        // A thousand at a time, until none is left.
                    }
                });
    }

    @Bean
    RecurringTask<Void> forgottenPasswordLinks(PasswordLinks links) {
        return Tasks.recurring("forgotten-password-links", FixedDelay.of(Duration.ofHours(1)))
                .execute((task, context) -> links.forgetExpired());
    }

    @Bean
    RecurringTask<Void> forgottenActs(Acts acts) {
        return Tasks.recurring("forgotten-acts", FixedDelay.of(Duration.ofHours(1)))
                .execute((task, context) -> {
                    while (acts.forgetOld() > 0) {
                        // A thousand at a time, until none is left.
                    }
                });
    }
}
