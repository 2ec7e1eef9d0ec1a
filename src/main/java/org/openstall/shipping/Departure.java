package org.openstall.shipping;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.openstall.marketplaces.BusinessCalendar;
import org.openstall.marketplaces.Marketplace;

/**
 * When an order leaves its seller, by whatever service.
 *
 * @param orderBy until when the order must be placed for this to hold
 * @param soonest the business day on which it may ship
 * @param latest the business day on which it is to ship
 * @param shipBy its end
 */
record Departure(
        Marketplace marketplace,
        BusinessCalendar calendar,
        Instant orderBy,
        LocalDate soonest,
        LocalDate latest,
        Instant shipBy) {

    static Departure of(
            Instant orderedAt,
            Marketplace marketplace,
            BusinessCalendar calendar,
            LocalTime cutOff,
            Promise.Handling handling) {
        LocalDate received = Promise.received(orderedAt, marketplace, calendar, cutOff);
        LocalDate latest = calendar.plus(received, handling.most());
        LocalDate soonest = handling.least() < handling.most() ? calendar.plus(received, handling.least()) : latest;
        return new Departure(
                marketplace,
                calendar,
                received.atTime(cutOff).atZone(marketplace.zone()).toInstant(),
                soonest,
                latest,
                marketplace.endOf(latest));
    }

    Promise by(Transit transit) {
        return new Promise(
                orderBy,
                shipBy,
                marketplace.startOf(calendar.plus(soonest, transit.least())),
                marketplace.endOf(calendar.plus(latest, transit.most())));
    }
}
