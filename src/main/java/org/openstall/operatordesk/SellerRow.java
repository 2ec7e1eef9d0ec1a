package org.openstall.operatordesk;

import java.util.Locale;
import java.util.Optional;
import org.openstall.health.AccountHealth;
import org.openstall.health.Metric;
import org.openstall.health.Rate;
import org.openstall.health.Status;
import org.openstall.sellers.Seller;
import org.openstall.sellers.Standing;

/** A seller with how he does; one without orders in any window has no rates. */
public record SellerRow(Seller seller, Standing standing, AccountHealth health) {

    /** Empty where there is nothing to divide by. */
    public Optional<Rate> rate(Metric metric) {
        return health.rates().stream()
                .filter(it -> it.metric() == metric && it.denominator() > 0)
                .findFirst();
    }

    public Status status() {
        return health.status();
    }

    /** Orders in the window of the order defect rate. */
    public long orders() {
        return rate(Metric.ORDER_DEFECT).map(Rate::denominator).orElse(0L);
    }

    boolean matches(String text) {
        String id = seller.id().value();
        return seller.name().toLowerCase(Locale.ROOT).contains(text)
                || id.equalsIgnoreCase(text)
                || text.equalsIgnoreCase(seller.externalId());
    }
}
