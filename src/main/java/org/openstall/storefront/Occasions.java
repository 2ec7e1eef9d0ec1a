package org.openstall.storefront;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.SellerId;
import org.openstall.marketplaces.BusinessCalendar;
import org.openstall.marketplaces.CalendarDay;
import org.openstall.marketplaces.Calendars;
import org.openstall.marketplaces.Marketplace;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.marketplaces.Policies;
import org.openstall.marketplaces.Policy;
import org.openstall.ordering.Deliveries;
import org.openstall.shipping.Promise;
import org.openstall.shipping.ServiceLevel;
import org.openstall.shipping.Transit;
import org.springframework.stereotype.Component;

/** Reckons until when to order for the next day of presents. */
@Component
class Occasions {
    /** How many days ahead people begin to think of it. */
    private static final int AHEAD = 45;

    private final Marketplaces marketplaces;
    private final Calendars calendars;
    private final Clock clock;

    Occasions(Marketplaces marketplaces, Calendars calendars, Clock clock) {
        this.marketplaces = marketplaces;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** By a seller's own services for what is wanted of him. */
    @Nullable
    LastOrders of(Deliveries.Quoting quoting, SellerId seller, List<Deliveries.Wanted> wanted) {
        LocalTime cutOff = quoting.terms(seller).shipping().cutOff();
        return find(quoting.marketplace(), cutOff, at -> {
            Map<ServiceLevel, Instant> arrivals = new EnumMap<>(ServiceLevel.class);
            quoting.asOf(at)
                    .quote(seller, wanted)
                    .options()
                    .forEach(it -> arrivals.put(it.service(), it.promise().deliveredBy()));
            return arrivals;
        });
    }

    /** By what is usual in the marketplace; a seller may be slower, or not have a service. */
    @Nullable
    LastOrders usual(Marketplace marketplace) {
        Policies policies = marketplaces.policies(marketplace.id());
        LocalTime cutOff = LocalTime.of(policies.whole(Policy.ORDER_CUT_OFF), 0);
        Promise.Handling handling = Promise.Handling.exactly(policies.whole(Policy.HANDLING_DAYS));
        BusinessCalendar calendar = calendars.of(marketplace.id());
        Map<ServiceLevel, Integer> transit = Map.of(
                ServiceLevel.STANDARD, policies.whole(Policy.TRANSIT_DAYS),
                ServiceLevel.TWO_DAY, 2,
                ServiceLevel.ONE_DAY, 1);
        return find(marketplace, cutOff, at -> {
            Map<ServiceLevel, Instant> arrivals = new EnumMap<>(ServiceLevel.class);
            transit.forEach((service, most) -> arrivals.put(
                    service,
                    Promise.of(at, marketplace, calendar, cutOff, handling, new Transit(most, most))
                            .deliveredBy()));
            return arrivals;
        });
    }

    /** Goes back from the occasion day by day, and sees by which day's last order each service would still make it. */
    private @Nullable LastOrders find(
            Marketplace marketplace, LocalTime cutOff, Function<Instant, Map<ServiceLevel, Instant>> arrivals) {
        LocalDate today = marketplace.dayOf(clock.instant());
        Optional<CalendarDay> occasion = calendars.of(marketplace.id()).nextGifts(today, AHEAD);
        if (occasion.isEmpty()) {
            return null;
        }
        LocalDate day = occasion.get().day();
        Instant begins = marketplace.startOf(day);
        Map<ServiceLevel, LocalDate> last = new EnumMap<>(ServiceLevel.class);
        for (LocalDate ordered = day.minusDays(1); !ordered.isBefore(today); ordered = ordered.minusDays(1)) {
            Instant latest = ordered.atTime(cutOff)
                    .atZone(marketplace.zone())
                    .toInstant()
                    .minusMillis(1);
            if (latest.isBefore(clock.instant())) {
                break;
            }
            Map<ServiceLevel, Instant> services = arrivals.apply(latest);
            services.forEach((service, arrival) -> {
                if (arrival.isBefore(begins)) {
                    last.putIfAbsent(service, marketplace.dayOf(latest));
                }
            });
            if (last.size() == services.size()) {
                break;
            }
        }
        List<LastOrders.Line> lines = new ArrayList<>();
        last.forEach((service, until) -> lines.add(new LastOrders.Line(service, until)));
        lines.sort(Comparator.comparing(LastOrders.Line::day).thenComparing(LastOrders.Line::service));
        return lines.isEmpty() ? null : new LastOrders(occasion.get().name(), day, lines);
    }
}
