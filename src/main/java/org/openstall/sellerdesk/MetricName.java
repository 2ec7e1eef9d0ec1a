package org.openstall.sellerdesk;

import java.util.Arrays;
import java.util.Locale;
import org.openstall.health.Metric;
import org.openstall.kernel.NotYours;

/** How a metric is called in paths and in keys of texts: {@code late-shipment-short}. */
public final class MetricName {
    private MetricName() {}

    public static String of(Metric metric) {
        return metric.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Metric parse(String name) {
        return Arrays.stream(Metric.values())
                .filter(it -> of(it).equals(name))
                .findFirst()
                .orElseThrow(() -> new NotYours("No metric " + name));
    }
}
