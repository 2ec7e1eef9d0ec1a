package org.openstall.fulfilment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.OrderId;
import org.openstall.kernel.SellerId;
import org.openstall.shipping.Carrier;
import org.openstall.shipping.ServiceLevel;

/**
 * A parcel on its way to the buyer.
 *
 * @param number counts the packages of an order from one
 * @param trackingNumber as the carrier writes it; null when an import did not know it
 * @param scans the carrier's reports, oldest first
 */
public record Parcel(
        SellerId seller,
        OrderId order,
        int number,
        Carrier carrier,
        String carrierName,
        @Nullable String trackingNumber,
        String method,
        ServiceLevel serviceLevel,
        Instant confirmedAt,
        @Nullable Instant deliveredAt,
        List<Scan> scans) {

    public Parcel {
        scans = List.copyOf(scans);
    }

    /** One report of a carrier; {@code place} may be empty. */
    public record Scan(Kind kind, Instant at, String place) {}

    /** What a carrier reports. */
    public enum Kind {
        PICKED_UP,
        IN_TRANSIT,
        OUT_FOR_DELIVERY,
        DELIVERED,
        EXCEPTION
    }
}
