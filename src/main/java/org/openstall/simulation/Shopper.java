package org.openstall.simulation;

import org.openstall.kernel.BuyerId;
import org.openstall.ordering.Address;

/** Somebody who buys. */
record Shopper(BuyerId id, Address address) {
    String name() {
        return address.name();
    }
}
