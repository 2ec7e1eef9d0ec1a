package org.openstall.feeds;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Three files run at a time, however many nodes there are; the scheduler sees to it that each worker is there once.
 * However many kinds of files a seller sends, he leaves one worker to the others.
 */
@Configuration
class FeedWorkers {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    static final int LAST = 3;

    static List<String> names() {
        return IntStream.rangeClosed(1, LAST).mapToObj(FeedWorkers::name).toList();
    }

    private static String name(int worker) {
        return "feeds-" + worker;
    }

    @Bean
    RecurringTask<Void> firstFeedWorker(FeedRunner runner) {
        return worker(1, runner);
    }

    @Bean
    RecurringTask<Void> secondFeedWorker(FeedRunner runner) {
        return worker(2, runner);
    }

    @Bean
    RecurringTask<Void> lastFeedWorker(FeedRunner runner) {
        return worker(LAST, runner);
    }

    private static RecurringTask<Void> worker(int number, FeedRunner runner) {
        return Tasks.recurring(name(number), FixedDelay.of(PAUSE)).execute((instance, context) -> {
            runner.begin(number);
            BooleanSupplier stopping = () -> context.getSchedulerState().isShuttingDown();
            boolean more = true;
            while (more && !stopping.getAsBoolean()) {
                more = runner.next(number, stopping);
            }
        });
    }
}
