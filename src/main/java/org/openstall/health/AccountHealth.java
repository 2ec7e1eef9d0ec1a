package org.openstall.health;

import java.time.Instant;
import java.util.List;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.SellerId;

/** All rates of one seller in one marketplace as of one instant. */
public record AccountHealth(SellerId seller, MarketplaceId marketplace, Instant asOf, List<Rate> rates) {

    public AccountHealth {
        rates = List.copyOf(rates);
    }

    public Rate rate(Metric metric) {
        return rates.stream()
                .filter(it -> it.metric() == metric)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No " + metric));
    }

    /** The worst of all rates. */
    public Status status() {
        return rates.stream().map(Rate::status).max(Enum::compareTo).orElse(Status.NO_DATA);
    }
}
