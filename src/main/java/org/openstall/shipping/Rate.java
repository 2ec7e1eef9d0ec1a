package org.openstall.shipping;

import java.util.EnumSet;
import java.util.Set;

/** One line of a template: what a service costs and how long it takes for some goods to somewhere. */
public record Rate(
        Goods goods, ServiceLevel service, Region region, Set<AddressType> addressTypes, Transit transit, Fee fee) {

    public Rate {
        addressTypes = Set.copyOf(addressTypes);
    }

    /** A rate for any address. */
    public static Rate of(Goods goods, ServiceLevel service, Region region, Transit transit, Fee fee) {
        return new Rate(goods, service, region, EnumSet.allOf(AddressType.class), transit, fee);
    }

    /** Whether the two could not be told apart: which of them would hold? */
    boolean collidesWith(Rate other) {
        return goods == other.goods
                && service == other.service
                && region.collidesWith(other.region)
                && addressTypes.stream().anyMatch(other.addressTypes::contains);
    }
}
