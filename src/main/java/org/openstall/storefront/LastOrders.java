package org.openstall.storefront;

import java.time.LocalDate;
import java.util.List;
import org.openstall.shipping.ServiceLevel;

/** Until when to order so that it is there before a day of presents, by service: the slowest service comes first. */
public record LastOrders(String occasion, LocalDate day, List<Line> lines) {

    public LastOrders {
        lines = List.copyOf(lines);
    }

    /** With this service, an order of that day arrives in time; one of a later day does not. */
    public record Line(ServiceLevel service, LocalDate day) {}
}
