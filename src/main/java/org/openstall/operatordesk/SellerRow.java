package org.openstall.operatordesk;

import java.util.Locale;
import java.util.Optional;
import org.openstall.health.AccountHealth;
import org.openstall.health.Metric;
import org.openstall.health.Rate;
import org.openstall.health.Status;
import org.openstall.sellers.Seller;
import org.openstall.sellers.Standing;

/**
 * A seller with how he does; one without orders in any window has no rates.
 *
 * @param status the worst of his rates
 * @param orders in the window of the order defect rate
 */
public record SellerRow(Seller seller, Standing standing, AccountHealth health, Status status, long orders) {

    static SellerRow of(Seller seller, Standing standing, AccountHealth health) {
        long orders = rate(health, Metric.ORDER_DEFECT).map(Rate::denominator).orElse(0L);
        return new SellerRow(seller, standing, health, health.status(), orders);
    }

    /** Empty where there is nothing to divide by. */
    public Optional<Rate> rate(Metric metric) {
        return rate(health, metric);
    }

    private static Optional<Rate> rate(AccountHealth health, Metric metric) {
        for (Rate rate : health.rates()) {
            if (rate.metric() == metric) {
                return rate.denominator() == 0 ? Optional.empty() : Optional.of(rate);
            }
        }
        return Optional.empty();
    }

    boolean matches(String text) {
        String id = seller.id().value();
        return seller.name().toLowerCase(Locale.ROOT).contains(text)
                || id.equalsIgnoreCase(text)
                || text.equalsIgnoreCase(seller.externalId());
    }
}
