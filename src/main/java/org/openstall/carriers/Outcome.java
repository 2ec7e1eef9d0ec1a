package org.openstall.carriers;

/** What has become of an event, with words for the programmer who reads the answer. */
public enum Outcome {
    ACCEPTED("Taken."),
    KNOWN("Taken before; nothing was changed."),
    UNKNOWN_PACKAGE("No package of this carrier has this number. It may not be confirmed yet: send it again later."),
    CARRIER_MISSING("carrier is missing."),
    NUMBER_INVALID("trackingNumber cannot be one of this carrier's."),
    STATUS_UNKNOWN("status must be PICKED_UP, IN_TRANSIT, OUT_FOR_DELIVERY, DELIVERED or EXCEPTION."),
    TIME_UNREADABLE("occurredAt must be ISO 8601, such as 2026-06-01T10:00:00-07:00."),
    TIME_WITHOUT_OFFSET("occurredAt has no offset from UTC. Add it, such as -07:00 or Z."),
    TIME_IN_FUTURE("occurredAt has not come yet. Check the clock and the offset from UTC."),
    TIME_BEFORE_SHIPMENT("occurredAt is long before the package was shipped. Check the clock, or whose number it is."),
    TEXT_TOO_LONG("id and place may have 100 characters each.");

    private final String message;

    Outcome(String message) {
        this.message = message;
    }

    public String message() {
        return message;
    }

    /** Whether sending the same again can never succeed. */
    public boolean isRefusal() {
        return compareTo(UNKNOWN_PACKAGE) > 0;
    }
}
