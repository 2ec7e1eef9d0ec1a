package org.openstall.sellerdesk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openstall.health.Day;
import org.openstall.health.FeedbackScore;
import org.openstall.health.Status;
import org.openstall.listings.InventoryItem;
import org.openstall.pages.Chart;
import org.openstall.pages.View;

/**
 * The day at a glance: what is due, and how things stand.
 *
 * @param next until when the next order must ship; null if none is waiting
 * @param sameDayLastWeek up to the end of that day
 * @param orders null with {@code defects} if there were none for so long that there is nothing to plot
 */
public record TodayPage(
        Stall stall,
        LocalDate today,
        List<Task> tasks,
        @Nullable Instant next,
        Status health,
        FeedbackScore score,
        Day day,
        Day sameDayLastWeek,
        List<BestSeller> bestSellers,
        @Nullable Chart orders,
        @Nullable Chart defects)
        implements View {

    public TodayPage {
        tasks = List.copyOf(tasks);
        bestSellers = List.copyOf(bestSellers);
    }

    /** An offer that sells, and how long its stock lasts. */
    public record BestSeller(InventoryItem item, String title) {}

    public List<Task> tasks(Task.Urgency urgency) {
        return tasks.stream().filter(it -> it.urgency() == urgency).toList();
    }

    /** Whether nothing is left that somebody must do before the day ends. A rate takes its time to recover. */
    public boolean isDone() {
        return tasks.stream()
                .filter(it -> it.urgency() != Task.Urgency.SOON)
                .allMatch(it -> it instanceof Task.Warning || it instanceof Task.Restock);
    }
}
