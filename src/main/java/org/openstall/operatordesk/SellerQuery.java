package org.openstall.operatordesk;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openstall.health.Status;
import org.openstall.sellers.Standing;

/**
 * Which sellers to show, and in which order.
 *
 * @param q part of a name, or an id, ours or the imported one; empty for all
 * @param status the only one to show, null for all
 * @param standing likewise
 * @param sort key of a {@link SellerSort}, with a minus in front for descending; empty for the worst status first
 */
record SellerQuery(
        String q, @Nullable Status status, @Nullable Standing standing, String sort) {

    static final int PAGE = 50;

    /** As addresses have it; a status or standing that there is none of counts as any. */
    static SellerQuery of(String q, String status, String standing, String sort) {
        return new SellerQuery(q, named(Status.values(), status), named(Standing.values(), standing), sort);
    }

    private static <E extends Enum<E>> @Nullable E named(E[] values, String key) {
        return Arrays.stream(values)
                .filter(it -> key(it).equals(key))
                .findFirst()
                .orElse(null);
    }

    SellerSort column() {
        return SellerSort.of(sort.startsWith("-") ? sort.substring(1) : sort).orElse(SellerSort.STATUS);
    }

    boolean isDescending() {
        return sort.isEmpty() || sort.startsWith("-");
    }

    static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Those that the text finds, whatever their status and standing. */
    List<SellerRow> named(List<SellerRow> all) {
        String text = q.strip().toLowerCase(Locale.ROOT);
        return text.isEmpty()
                ? all
                : all.stream().filter(it -> it.matches(text)).toList();
    }

    boolean hasStatus(SellerRow row) {
        return status == null || row.status() == status;
    }

    boolean hasStanding(SellerRow row) {
        return standing == null || row.standing() == standing;
    }

    List<SellerRow> sorted(List<SellerRow> named) {
        return named.stream()
                .filter(this::hasStatus)
                .filter(this::hasStanding)
                .sorted(column().comparator(isDescending()))
                .toList();
    }
}
