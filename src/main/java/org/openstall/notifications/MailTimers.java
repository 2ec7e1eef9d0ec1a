package org.openstall.notifications;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** On one node at a time, whichever gets to it. */
@Configuration
class MailTimers {
    private static final int MOST_ROUNDS = 20;
    private static final Duration KEPT = Duration.ofDays(180);
    private static final int FORGOTTEN_AT_ONCE = 1_000;

    @Bean
    RecurringTask<Void> outgoingMail(Postman postman) {
        return Tasks.recurring("outgoing-mail", FixedDelay.of(Duration.ofSeconds(2)))
                .execute((instance, context) -> {
                    boolean more = true;
                    for (int round = 0; more && round < MOST_ROUNDS; round++) {
                        more = postman.goRound();
                    }
                });
    }

    /** Apart from all other mail: somebody waits for it. */
    @Bean
    RecurringTask<Void> outgoingAccountMail(AccountMails mails) {
        return Tasks.recurring("outgoing-account-mail", FixedDelay.of(Duration.ofSeconds(2)))
                .execute((instance, context) -> {
                    boolean more = true;
                    for (int round = 0; more && round < MOST_ROUNDS; round++) {
                        more = mails.goRound();
                    }
                });
    }

    @Bean
    RecurringTask<Void> returnedMail(ReturnedMail returned) {
        return Tasks.recurring("returned-mail", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) -> returned.goRound());
    }

    @Bean
    RecurringTask<Void> forgottenMail(MailStore store, AccountMailStore aboutAccounts, Clock clock) {
        return Tasks.recurring("forgotten-mail", FixedDelay.of(Duration.ofHours(6)))
                .execute((instance, context) -> {
                    Instant before = clock.instant().minus(KEPT);
                    while (store.forget(before, FORGOTTEN_AT_ONCE) > 0) {
                        // A thousand at a time, until none is left.
                    }
                    aboutAccounts.forget(before);
                });
    }
}
