package org.openstall.sellerdesk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openstall.pages.View;

/**
 * Packing slips, to look at and to print.
 *
 * @param ids of the orders that were asked for, or empty for all that wait for shipment
 * @param next where the slips after these begin, or null at the end
 */
public record SlipsPage(
        Stall stall,
        List<Slip> slips,
        List<String> ids,
        boolean priced,
        Paper paper,
        @Nullable String after,
        @Nullable String next)
        implements View {

    public SlipsPage {
        slips = List.copyOf(slips);
        ids = List.copyOf(ids);
    }

    public List<Paper> papers() {
        return List.of(Paper.values());
    }
}
