package org.openstall.feeds;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.DbSchedulerException;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Has workers that are idle look at the queue at once; without it, a file waits until one comes by, a second or two. */
@Component
class WorkerBell {
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
        } catch (DbSchedulerException busyOrNotThereYet) {
            // It looks at the queue before it rests and when it starts, and the file is in there.
        }
    }
}
