package org.openstall.shipping;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.openstall.marketplaces.BusinessCalendar;
import org.openstall.marketplaces.Marketplace;

/**
 * What a buyer is told before he orders, and what the seller is held to.
 *
 * @param orderBy until when the order must be placed for this to hold
 * @param shipBy the end of the business day on which the seller is to ship at the latest
 * @param deliveredFrom the beginning of the first day on which it may arrive
 * @param deliveredBy the end of the last day on which it is to arrive
 */
public record Promise(Instant orderBy, Instant shipBy, Instant deliveredFrom, Instant deliveredBy) {

    /** How long a seller takes until shipment, in business days. */
    public record Handling(int least, int most) {
        public static final int MOST_DAYS = 30;

        public Handling {
            if (least < 0 || most < least || most > MOST_DAYS) {
                throw new IllegalArgumentException("No handling time: " + least + " to " + most);
            }
        }

        public static Handling exactly(int days) {
            return new Handling(days, days);
        }
    }

    /**
     * What holds for an order placed at an instant. An order counts as of a business day: of the day itself until the
     * cut-off, otherwise of the next. From there on business days are counted, first of handling and then of transit.
     */
    public static Promise of(
            Instant orderedAt,
            Marketplace marketplace,
            BusinessCalendar calendar,
            LocalTime cutOff,
            Handling handling,
            Transit transit) {
        return Departure.of(orderedAt, marketplace, calendar, cutOff, handling).by(transit);
    }

    /** The business day as of which an order counts. */
    public static LocalDate received(
            Instant orderedAt, Marketplace marketplace, BusinessCalendar calendar, LocalTime cutOff) {
        LocalDate day = marketplace.dayOf(orderedAt);
        Instant end = day.atTime(cutOff).atZone(marketplace.zone()).toInstant();
        return calendar.plus(orderedAt.isBefore(end) ? day : day.plusDays(1), 0);
    }
}
