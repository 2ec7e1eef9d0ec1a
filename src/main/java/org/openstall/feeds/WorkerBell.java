package org.openstall.feeds;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Has workers that are idle look at the queue at once; without it, a file waits until one comes by, a second or two. */
@Component
class WorkerBell {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerBell.class);

    private final SchedulerClient scheduler;

    WorkerBell(SchedulerClient scheduler) {
        this.scheduler = scheduler;
    }

    void ring() {
        FeedWorkers.names().forEach(this::call);
    }

    private void call(String worker) {
        try {
            scheduler.reschedule(TaskInstanceId.of(worker, RecurringTask.INSTANCE), Instant.EPOCH);
        } catch (RuntimeException notNow) {
            // Mostly because it is at work. The file is in the queue, and a worker comes by in a second or two.
            LOG.debug("Worker {} was not called", worker, notNow);
        }
    }
}
