package org.openstall.operatordesk;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.openstall.marketplaces.Marketplace;

/**
 * When the desk looks at a marketplace: now, or at the end of a local day that is over.
 *
 * @param past the day that is over, null for now
 * @param lastOrders the last day with orders if it is so long ago that nothing can be rated today, else null
 */
public record Moment(
        Marketplace place,
        Instant instant,
        LocalDate day,
        @Nullable LocalDate past,
        @Nullable LocalDate lastOrders) {

    public boolean isNow() {
        return past == null;
    }
}
