package org.openstall.feeds;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openstall.listings.StagedRow;

/**
 * A row as read.
 *
 * @param row what to stage; null if the row is refused or says nothing
 * @param product the product's id or canonical code, yet to be looked up; null if the row names none
 */
record ReadRow(@Nullable StagedRow row, @Nullable String product, List<Issue> issues) {

    boolean isRefused() {
        return issues.stream().anyMatch(it -> it.finding().severity() == Finding.Severity.ERROR);
    }

    int warnings() {
        return (int) issues.stream()
                .filter(it -> it.finding().severity() == Finding.Severity.WARNING)
                .count();
    }
}
