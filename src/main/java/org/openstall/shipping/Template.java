package org.openstall.shipping;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.openstall.kernel.MarketplaceId;
import org.openstall.marketplaces.Policies;
import org.openstall.marketplaces.Policy;

/**
 * How a seller ships: services, regions, times and fees under a name.
 *
 * @param isDefault whether it holds for offers that name none
 * @param version goes up with each change, so that nobody overwrites what he has not seen
 */
public record Template(
        UUID id, MarketplaceId marketplace, String name, boolean isDefault, int version, List<Rate> rates) {
    /** The template of a seller who has made none. */
    public static final UUID USUAL = new UUID(0, 0);

    public Template {
        rates = List.copyOf(rates);
    }

    /** What the marketplace's policies say, for sellers who have not said anything. */
    static Template usual(Policies policies) {
        int most = policies.whole(Policy.TRANSIT_DAYS);
        Transit transit = new Transit(Math.max(Math.min(1, most), most - 2), most);
        Fee fee = Fee.perShipment(policies.value(Policy.SHIPPING_FEE).longValueExact());
        return new Template(
                USUAL,
                policies.marketplace(),
                "",
                true,
                0,
                Stream.of(Goods.values())
                        .map(it -> Rate.of(it, ServiceLevel.STANDARD, Region.COUNTRY, transit, fee))
                        .toList());
    }

    public boolean isUsual() {
        return id.equals(USUAL);
    }
}
