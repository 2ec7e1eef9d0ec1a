package org.openstall.marketplaces;

import java.time.LocalDate;

/** A day that an operator has marked in the calendar of a marketplace, and what he calls it. */
public record CalendarDay(LocalDate day, Mark mark, String name) {

    /** What a day is marked as. */
    public enum Mark {
        /** No business day, although the country's calendar has it as one. */
        CLOSED,
        /** A business day, although it is a holiday or lies in a weekend. */
        OPEN,
        /** A day for which people give presents; the shop tells until when to order. */
        GIFTS
    }
}
