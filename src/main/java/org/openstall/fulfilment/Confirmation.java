package org.openstall.fulfilment;

import org.openstall.shipping.Carrier;
import org.openstall.shipping.ServiceLevel;

/**
 * What a seller says of a shipment.
 *
 * @param carrierName who it is when the carrier is {@link Carrier#OTHER}; otherwise ignored
 * @param method the carrier's product, in the seller's words, such as "Ground"
 */
public record Confirmation(
        Carrier carrier, String carrierName, String trackingNumber, String method, ServiceLevel serviceLevel) {}
