package org.openstall.fulfilment;

import java.util.List;
import org.openstall.shipping.Carrier;
import org.openstall.shipping.ServiceLevel;

/**
 * What a seller says of a shipment.
 *
 * @param contents the units in the package; empty for everything of the order that is not in a package yet
 */
public record Confirmation(NewLabel label, List<Parcel.Content> contents) {

    public Confirmation {
        contents = List.copyOf(contents);
    }

    /** Everything that is left of the order, by a carrier without a link of its own. */
    public Confirmation(
            Carrier carrier, String carrierName, String trackingNumber, String method, ServiceLevel serviceLevel) {
        this(new NewLabel(carrier, carrierName, trackingNumber, "", method, serviceLevel), List.of());
    }
}
