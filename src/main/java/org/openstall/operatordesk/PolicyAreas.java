package org.openstall.operatordesk;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.openstall.marketplaces.Policy;

/** Which policies are read together. A new one that no area names yet is shown with those of orders. */
final class PolicyAreas {
    private PolicyAreas() {}

    static List<MarketplacePage.Area> of(Function<Policy, PolicyLine> line) {
        return List.of(
                area("defects", line),
                area("shipment", line),
                area("delivery", line),
                area("feedback", line),
                area("inventory", line),
                area("orders", line));
    }

    private static MarketplacePage.Area area(String key, Function<Policy, PolicyLine> line) {
        return new MarketplacePage.Area(
                key,
                Arrays.stream(Policy.values())
                        .filter(it -> areaOf(it).equals(key))
                        .map(line)
                        .toList());
    }

    private static String areaOf(Policy policy) {
        return switch (policy) {
            case ORDER_DEFECT_WINDOW,
                    ORDER_DEFECT_TARGET,
                    ORDER_DEFECT_ALERT,
                    NEGATIVE_FEEDBACK_WARNING,
                    NEGATIVE_FEEDBACK_GREAT -> "defects";
            case LATE_SHIPMENT_SHORT_WINDOW,
                    LATE_SHIPMENT_LONG_WINDOW,
                    LATE_SHIPMENT_TARGET,
                    LATE_SHIPMENT_ALERT,
                    CANCEL_WINDOW,
                    CANCEL_TARGET,
                    CANCEL_ALERT,
                    AUTOMATIC_CANCEL -> "shipment";
            case ON_TIME_DELIVERY_WINDOW, ON_TIME_DELIVERY_LAG, ON_TIME_DELIVERY_TARGET, ON_TIME_DELIVERY_ALERT ->
                "delivery";
            case FEEDBACK_PERIOD, FEEDBACK_REMOVAL_BY_BUYER -> "feedback";
            case STALE_HOURS, LOW_STOCK_DAYS -> "inventory";
            default -> "orders";
        };
    }
}
