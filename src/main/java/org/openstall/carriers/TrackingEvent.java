package org.openstall.carriers;

/**
 * Something that a carrier says has happened to a package, as it was sent.
 *
 * @param id the sender's own, told back with the answer; may be empty
 * @param carrier by any name that {@link org.openstall.shipping.Carrier#named} knows, or the name that the seller gave
 * @param status a constant of {@link org.openstall.fulfilment.Parcel.Kind}
 * @param occurredAt ISO 8601 with an offset, such as {@code 2026-06-01T10:00:00-07:00}
 * @param place where, in the carrier's words; may be empty
 */
public record TrackingEvent(
        String id, String carrier, String trackingNumber, String status, String occurredAt, String place) {}
