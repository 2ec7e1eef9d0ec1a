package org.openstall.feeds;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.Sku;
import org.openstall.listings.StagedRow;

/**
 * A row as read.
 *
 * @param sku the offer that the row names, also where it is refused; null if it names none
 * @param row what to stage; null if the row is refused or says nothing
 * @param product the product's id or canonical code, yet to be looked up; null if the row names none
 * @param page what the row says of a page, to be proposed where there is none; null if it is only about an offer
 */
record ReadRow(
        @Nullable Sku sku,
        @Nullable StagedRow row,
        @Nullable String product,
        List<Issue> issues,
        @Nullable WrittenPage page) {

    /** Only about an offer. */
    ReadRow(@Nullable Sku sku, @Nullable StagedRow row, @Nullable String product, List<Issue> issues) {
        this(sku, row, product, issues, null);
    }

    /** Nothing to stage. */
    ReadRow(@Nullable Sku sku, List<Issue> issues) {
        this(sku, null, null, issues);
    }
}
