package org.openstall.fulfilment;

import org.openstall.shipping.Carrier;
import org.openstall.shipping.ServiceLevel;

/**
 * What a seller says of a package's way, as he has typed it.
 *
 * @param carrierName who it is when the carrier is {@link Carrier#OTHER}; otherwise ignored
 * @param trackingLink the page of such a carrier, or empty; otherwise ignored
 * @param method the carrier's product, in the seller's words, such as "Ground"
 */
public record NewLabel(
        Carrier carrier,
        String carrierName,
        String trackingNumber,
        String trackingLink,
        String method,
        ServiceLevel serviceLevel) {}
