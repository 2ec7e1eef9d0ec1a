package org.openstall.operatordesk;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openstall.marketplaces.Marketplace;
import org.openstall.pages.View;

/** The marketplaces of this installation. */
public record MarketplacesPage(List<Line> lines) implements View {

    public MarketplacesPage {
        lines = List.copyOf(lines);
    }

    /**
     * One marketplace.
     *
     * @param sellers how many sell in it
     * @param changed policies that are not at their default
     * @param lastChange when a policy was changed last, null if none ever was
     */
    public record Line(
            Marketplace place,
            int sellers,
            int changed,
            @Nullable Instant lastChange) {}
}
