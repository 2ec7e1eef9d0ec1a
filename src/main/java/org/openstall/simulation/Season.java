package org.openstall.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.openstall.marketplaces.BusinessCalendar;
import org.openstall.marketplaces.Marketplace;
import org.openstall.marketplaces.Policies;
import org.openstall.marketplaces.Policy;
import org.openstall.shipping.Promise;

/**
 * The stretch of time that the demo lives through, and where. The same season of the same seed is the same story.
 */
record Season(
        Marketplace marketplace,
        BusinessCalendar calendar,
        Policies policies,
        Instant begins,
        Instant ends,
        long seed) {

    Season {
        if (!begins.isBefore(ends)) {
            throw new IllegalArgumentException("A season ends after it begins");
        }
    }

    LocalDate firstDay() {
        return marketplace.dayOf(begins);
    }

    LocalDate lastDay() {
        return marketplace.dayOf(ends);
    }

    Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(marketplace.zone()).toInstant();
    }

    boolean contains(Instant instant) {
        return !instant.isBefore(begins) && instant.isBefore(ends);
    }

    /** The last day on which an order has to be confirmed. */
    LocalDate shipByDay(Vendor vendor, Instant ordered) {
        Integer own = vendor.pace().handlingDays();
        LocalTime cutOff = LocalTime.of(policies.whole(Policy.ORDER_CUT_OFF), 0);
        return calendar.plus(
                Promise.received(ordered, marketplace, calendar, cutOff),
                own != null ? own : policies.whole(Policy.HANDLING_DAYS));
    }

    LocalDate promisedDay(LocalDate shipBy) {
        return calendar.plus(shipBy, policies.whole(Policy.TRANSIT_DAYS));
    }
}
