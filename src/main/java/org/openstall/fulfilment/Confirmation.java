package org.openstall.fulfilment;

import java.util.List;
import java.util.Set;
import org.openstall.shipping.Carrier;
import org.openstall.shipping.ServiceLevel;

/**
 * What a seller says of a shipment. Where it says nothing of what is in the package, that is everything of the order
 * that is in no package yet.
 *
 * @param contents the units in the package
 * @param restOf lines of the order of which all that is left is in the package
 */
public record Confirmation(NewLabel label, List<Parcel.Content> contents, Set<Integer> restOf) {

    public Confirmation {
        contents = List.copyOf(contents);
        restOf = Set.copyOf(restOf);
    }

    public Confirmation(NewLabel label, List<Parcel.Content> contents) {
        this(label, contents, Set.of());
    }

    /** Everything that is left of the order, by a carrier without a link of its own. */
    public Confirmation(
            Carrier carrier, String carrierName, String trackingNumber, String method, ServiceLevel serviceLevel) {
        this(new NewLabel(carrier, carrierName, trackingNumber, "", method, serviceLevel), List.of());
    }
}
