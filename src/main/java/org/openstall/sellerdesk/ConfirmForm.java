package org.openstall.sellerdesk;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.openstall.shipping.Carrier;
import org.openstall.shipping.ServiceLevel;
import org.openstall.shipping.TrackingNumbers;

/** What a seller has typed about a shipment. {@code carrier} is {@link #RECOGNIZE} or a constant's name. */
public record ConfirmForm(
        String trackingNumber, String carrier, String carrierName, String method, ServiceLevel serviceLevel) {
    /** Stands for the carrier whose number it is. */
    public static final String RECOGNIZE = "";

    public static final ConfirmForm EMPTY = new ConfirmForm("", RECOGNIZE, "", "", ServiceLevel.STANDARD);

    public List<Carrier> carriers() {
        return Arrays.asList(Carrier.values());
    }

    public List<ServiceLevel> serviceLevels() {
        return Arrays.asList(ServiceLevel.values());
    }

    /** The carrier chosen or else recognised beyond doubt; empty if neither. */
    Optional<Carrier> settledCarrier() {
        return carrier.equals(RECOGNIZE)
                ? TrackingNumbers.settle(trackingNumber).map(TrackingNumbers.Candidate::carrier)
                : Arrays.stream(Carrier.values())
                        .filter(it -> it.name().equals(carrier))
                        .findFirst();
    }
}
