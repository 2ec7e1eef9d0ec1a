package org.openstall.shipping;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.Money;
import org.openstall.marketplaces.BusinessCalendar;
import org.openstall.marketplaces.Marketplace;

/**
 * How a seller would ship some things to somewhere: every service he has for all of them with its fee and dates, the
 * cheapest first, and of every other service why it is not to be had.
 */
public record Quote(List<Option> options, Map<ServiceLevel, Reason> refused) {
    /** In milligrams. */
    public static final double POUND = 453_592.37;

    private static final double KILOGRAM = 1_000_000;

    /** What a page has rounded up begins no further pound. */
    private static final long ROUNDED = 1_000;

    public Quote {
        options = List.copyOf(options);
        refused = Map.copyOf(refused);
    }

    /** A service that can be chosen. */
    public record Option(ServiceLevel service, Money fee, Promise promise) {}

    /** Why a service cannot be chosen. */
    public enum Reason {
        /** The template does not have it for such goods. */
        NO_RATE,
        /** It is not offered to that place. */
        REGION,
        /** It does not reach such an address. */
        ADDRESS_TYPE
    }

    /** Everything that a quote depends on but the things themselves. */
    public record Terms(
            Marketplace marketplace,
            BusinessCalendar calendar,
            SellerShipping shipping,
            Destination destination,
            Instant at) {}

    public static Quote of(Terms terms, Promise.Handling handling, List<ShippedLine> lines) {
        if (lines.isEmpty()) {
            return new Quote(List.of(), Map.of());
        }
        List<Option> options = new ArrayList<>();
        Map<ServiceLevel, Reason> refused = new EnumMap<>(ServiceLevel.class);
        Departure departure = Departure.of(
                terms.at(),
                terms.marketplace(),
                terms.calendar(),
                terms.shipping().cutOff(),
                handling);
        for (ServiceLevel service : ServiceLevel.values()) {
            Reckoning reckoning = new Reckoning(terms, service);
            Reason reason = null;
            for (ShippedLine line : lines) {
                reason = reckoning.add(line);
                if (reason != null) {
                    break;
                }
            }
            if (reason != null) {
                refused.put(service, reason);
            } else {
                options.add(reckoning.option(departure));
            }
        }
        options.sort(Comparator.comparing((Option it) -> it.fee().minor())
                .thenComparing(it -> it.promise().deliveredBy())
                .thenComparing(Option::service));
        return new Quote(options, refused);
    }

    public Optional<Option> cheapest() {
        return options.stream().findFirst();
    }

    /** The service asked for; the cheapest if none is asked for. Empty if it is not to be had. */
    public Optional<Option> choose(@Nullable ServiceLevel service) {
        return service == null
                ? cheapest()
                : options.stream().filter(it -> it.service() == service).findFirst();
    }

    /** Adds lines up by the rate that holds for them. */
    private static final class Reckoning {
        private final Terms terms;
        private final ServiceLevel service;
        private final List<Sum> sums = new ArrayList<>(1);

        Reckoning(Terms terms, ServiceLevel service) {
            this.terms = terms;
            this.service = service;
        }

        @Nullable
        Reason add(ShippedLine line) {
            Reason reason = Reason.NO_RATE;
            Rate best = null;
            String home = terms.marketplace().country();
            for (Rate rate : terms.shipping().template(line.template()).rates()) {
                if (rate.service() != service || rate.goods() != line.goods()) {
                    continue;
                }
                if (!holds(rate, home)) {
                    reason = reason == Reason.NO_RATE ? Reason.REGION : reason;
                } else if (!rate.addressTypes().contains(terms.destination().type())) {
                    reason = Reason.ADDRESS_TYPE;
                } else if (best == null || isMoreToThePoint(rate, best)) {
                    best = rate;
                }
            }
            if (best == null) {
                return reason;
            }
            sum(best).add(line);
            return null;
        }

        private Sum sum(Rate rate) {
            for (Sum sum : sums) {
                if (sum.rate.equals(rate)) {
                    return sum;
                }
            }
            Sum sum = new Sum(rate);
            sums.add(sum);
            return sum;
        }

        private boolean isMoreToThePoint(Rate rate, Rate other) {
            Destination to = terms.destination();
            int order = rate.region().kind().compareTo(other.region().kind());
            return order == 0
                    ? rate.region().breadth(to) < other.region().breadth(to)
                    : to.isVague() ? order < 0 : order > 0;
        }

        /** To somewhere in the country, a rate for the whole of it; without such a one, whichever there is. */
        private boolean holds(Rate rate, String home) {
            Destination to = terms.destination();
            return rate.region().contains(to, home)
                    || (to.isVague()
                            && to.country().equals(home)
                            && rate.region().kind() != Region.Kind.ABROAD);
        }

        Option option(Departure departure) {
            double unit = terms.marketplace().country().equals("US") ? POUND : KILOGRAM;
            long fixed = 0;
            long variable = 0;
            int least = 0;
            int most = 0;
            for (Sum sum : sums) {
                Fee fee = sum.rate.fee();
                fixed = Math.max(fixed, fee.fixed(sum.price));
                variable += fee.variable(sum.price, sum.units, begun(sum.weight, unit));
                least = Math.max(least, sum.rate.transit().least());
                most = Math.max(most, sum.rate.transit().most());
            }
            return new Option(
                    service,
                    new Money(fixed + variable, terms.marketplace().currency()),
                    departure.by(new Transit(least, most)));
        }
    }

    /** The pounds or kilograms that a weight begins. */
    private static long begun(long weight, double unit) {
        return (long) Math.ceil(Math.max(weight - ROUNDED, Math.min(weight, 1)) / unit);
    }

    /** What a rate holds for. */
    private static final class Sum {
        private final Rate rate;
        private long price;
        private int units;
        private long weight;

        Sum(Rate rate) {
            this.rate = rate;
        }

        void add(ShippedLine line) {
            price += line.price() * line.quantity();
            units += line.quantity();
            weight += line.weight();
        }
    }
}
