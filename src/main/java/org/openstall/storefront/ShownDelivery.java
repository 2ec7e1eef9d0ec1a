package org.openstall.storefront;

import java.time.Instant;
import java.time.LocalDate;
import org.openstall.kernel.Money;
import org.openstall.marketplaces.Marketplace;
import org.openstall.shipping.Quote;
import org.openstall.shipping.ServiceLevel;

/**
 * A way of getting something, as a buyer compares it.
 *
 * @param from the first day on which it may arrive
 * @param by the last day on which it is to arrive
 * @param orderBy until when that holds
 * @param promisedBy the end of the last day
 */
public record ShownDelivery(
        ServiceLevel service, Money fee, LocalDate from, LocalDate by, Instant orderBy, Instant promisedBy) {

    static ShownDelivery of(Quote.Option option, Marketplace marketplace) {
        return new ShownDelivery(
                option.service(),
                option.fee(),
                marketplace.dayOf(option.promise().deliveredFrom()),
                marketplace.dayOf(option.promise().deliveredBy()),
                option.promise().orderBy(),
                option.promise().deliveredBy());
    }

    public boolean isFree() {
        return !fee.isPositive();
    }

    public boolean isOneDay() {
        return from.equals(by);
    }
}
