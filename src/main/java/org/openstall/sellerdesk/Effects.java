package org.openstall.sellerdesk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openstall.health.Metric;
import org.openstall.health.Rate;
import org.openstall.marketplaces.Marketplace;
import org.openstall.ordering.CancelReason;
import org.openstall.ordering.Order;

/** Works out what becomes of today's rates if something happens to an order. Exact, with the windows as of today. */
final class Effects {
    private final List<Rate> rates;
    private final Marketplace marketplace;

    /** @param rates those that are asked for */
    Effects(List<Rate> rates, Marketplace marketplace) {
        this.rates = rates;
        this.marketplace = marketplace;
    }

    /**
     * If an order to ship by then, which is not late yet, ships late. One due today is in the rate already; one due later will be, so
     * it adds to both sides.
     */
    Effect ifLate(Instant shipBy) {
        Rate rate = rate(Metric.LATE_SHIPMENT_SHORT);
        return new Effect(rate, rate.with(1, isIn(rate, shipBy) ? 0 : 1));
    }

    /** If an order is cancelled for the reason; empty if that changes no rate. */
    Optional<Effect> ifCancelled(Order order, CancelReason reason) {
        Rate rate = rate(Metric.CANCEL);
        return reason.countsAgainstSeller() && isIn(rate, order.orderedAt())
                ? Optional.of(new Effect(rate, rate.with(1, 0)))
                : Optional.empty();
    }

    /** What negative feedback on an order has done; empty if the order is too old to count. */
    Optional<Effect> ofNegativeFeedback(Order order) {
        Rate rate = rate(Metric.ORDER_DEFECT);
        return isIn(rate, order.orderedAt()) && rate.numerator() > 0
                ? Optional.of(new Effect(rate.with(-1, 0), rate))
                : Optional.empty();
    }

    private Rate rate(Metric metric) {
        return rates.stream()
                .filter(it -> it.metric() == metric)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No " + metric));
    }

    private boolean isIn(Rate rate, Instant at) {
        LocalDate day = marketplace.dayOf(at);
        return !day.isBefore(rate.window().first())
                && !day.isAfter(rate.window().last());
    }
}
