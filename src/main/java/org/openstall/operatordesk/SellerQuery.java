package org.openstall.operatordesk;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openstall.health.Status;

/**
 * Which sellers to show, and in which order.
 *
 * @param q part of a name, or an id, ours or the imported one; empty for all
 * @param sort key of a {@link SellerSort}, with a minus in front for descending; empty for the worst status first
 */
record SellerQuery(String q, @Nullable Status status, String sort) {

    static final int PAGE = 50;

    SellerSort column() {
        return SellerSort.of(sort.startsWith("-") ? sort.substring(1) : sort).orElse(SellerSort.STATUS);
    }

    boolean isDescending() {
        return sort.isEmpty() || sort.startsWith("-");
    }

    static Optional<Status> status(String key) {
        return Arrays.stream(Status.values()).filter(it -> key(it).equals(key)).findFirst();
    }

    static String key(Status status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Those that the text finds, whatever their status. */
    List<SellerRow> named(List<SellerRow> all) {
        String text = q.strip().toLowerCase(Locale.ROOT);
        return text.isEmpty()
                ? all
                : all.stream().filter(it -> it.matches(text)).toList();
    }

    List<SellerRow> sorted(List<SellerRow> named) {
        return named.stream()
                .filter(it -> status == null || it.status() == status)
                .sorted(column().comparator(isDescending()))
                .toList();
    }
}
