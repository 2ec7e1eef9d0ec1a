package org.openstall.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WorkerBellTests {
    private final List<String> called = new ArrayList<>();

    @ParameterizedTest
    @MethodSource("refusals")
    void a_worker_that_cannot_be_called_keeps_nobody_from_sending_a_file(
            Function<TaskInstanceId, RuntimeException> refusal) {
        new WorkerBell(refusing(refusal)).ring();

        assertThat(called).containsExactlyElementsOf(FeedWorkers.names());
    }

    private static List<Function<TaskInstanceId, RuntimeException>> refusals() {
        return List.of(
                it -> new TaskInstanceCurrentlyExecutingException(it.getTaskName(), it.getId()),
                it -> new TaskInstanceNotFoundException(it.getTaskName(), it.getId()),
                it -> new TaskInstanceException("Somebody else was faster", it.getTaskName(), it.getId()),
                it -> new IllegalStateException("The database is away from " + it.getTaskName()));
    }

    private SchedulerClient refusing(Function<TaskInstanceId, RuntimeException> refusal) {
        return (SchedulerClient) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {SchedulerClient.class}, (proxy, method, arguments) -> {
                    TaskInstanceId worker = (TaskInstanceId) arguments[0];
                    called.add(worker.getTaskName());
                    throw refusal.apply(worker);
                });
    }
}
