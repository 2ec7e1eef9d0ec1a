package org.openstall.feeds;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openstall.listings.StagedRow;

/**
 * A row as read.
 *
 * @param row what to stage; null if the row is refused or says nothing
 * @param product the product's id or canonical code, yet to be looked up; null if the row names none
 * @param page what the row says of a page, to be proposed where there is none; null if it is only about an offer
 */
record ReadRow(
        @Nullable StagedRow row,
        @Nullable String product,
        List<Issue> issues,
        @Nullable WrittenPage page) {

    /** Only about an offer. */
    ReadRow(@Nullable StagedRow row, @Nullable String product, List<Issue> issues) {
        this(row, product, issues, null);
    }

    boolean isRefused() {
        return issues.stream().anyMatch(it -> it.finding().severity() == Finding.Severity.ERROR);
    }

    int warnings() {
        return (int) issues.stream()
                .filter(it -> it.finding().severity() == Finding.Severity.WARNING)
                .count();
    }
}
