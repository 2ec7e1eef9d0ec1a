package org.openstall.sellerdesk;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openstall.listings.InventoryQuery;
import org.openstall.pages.View;

/**
 * A stretch of a seller's inventory.
 *
 * @param query the beginning of a SKU, a product's id, or words of titles; empty for all
 * @param tooMany whether more titles have those words than were looked for
 * @param behind whether filters, order and search have yet to follow what a file has changed
 */
public record InventoryPage(
        Stall stall,
        InventoryQuery.Filter filter,
        InventoryQuery.Sort sort,
        String query,
        boolean tooMany,
        boolean behind,
        List<InventoryRow> rows,
        @Nullable String next)
        implements View {

    public InventoryPage {
        rows = List.copyOf(rows);
    }

    public List<InventoryQuery.Filter> filters() {
        return Arrays.stream(InventoryQuery.Filter.values())
                .filter(it -> it != InventoryQuery.Filter.NOT_ACTIVE)
                .toList();
    }

    /** The filter's name in addresses. */
    public String filterName(InventoryQuery.Filter each) {
        return InventoryController.name(each);
    }

    public List<InventoryQuery.Sort> sorts() {
        return List.of(InventoryQuery.Sort.values());
    }

    /** The order's name in addresses. */
    public String sortName(InventoryQuery.Sort each) {
        return Names.key(each);
    }

    @Override
    public int status() {
        return rows.stream().mapToInt(InventoryRow::status).max().orElse(200);
    }
}
