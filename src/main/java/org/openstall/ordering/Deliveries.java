package org.openstall.ordering;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openstall.catalog.Catalog;
import org.openstall.catalog.Product;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.Money;
import org.openstall.kernel.ProductId;
import org.openstall.kernel.SellerId;
import org.openstall.listings.Offer;
import org.openstall.listings.OfferKey;
import org.openstall.listings.Offers;
import org.openstall.listings.Take;
import org.openstall.marketplaces.BusinessCalendar;
import org.openstall.marketplaces.Calendars;
import org.openstall.marketplaces.Marketplace;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.shipping.Destination;
import org.openstall.shipping.Goods;
import org.openstall.shipping.Promise;
import org.openstall.shipping.Quote;
import org.openstall.shipping.SellerShipping;
import org.openstall.shipping.ShippedLine;
import org.openstall.shipping.Templates;
import org.springframework.stereotype.Service;

/** What sellers would ask for bringing things to somewhere, and when they would be there. */
@Service
public class Deliveries {
    private static final Pattern WEIGHT = Pattern.compile("\\s*([0-9]{1,7}(?:\\.[0-9]{1,9})?)\\s*(kg|g|lbs?|oz)?\\s*");

    /** Whatever was confirmed lately was ordered not long before. */
    private static final Duration ORDERED = Duration.ofDays(75);

    private static final Duration CONFIRMED = Duration.ofDays(30);
    private static final int MOST_ORDERS = 5_000;

    private final OrderListStore orders;
    private final Templates templates;
    private final Offers offers;
    private final Catalog catalog;
    private final Marketplaces marketplaces;
    private final Calendars calendars;
    private final Clock clock;

    Deliveries(
            OrderListStore orders,
            Templates templates,
            Offers offers,
            Catalog catalog,
            Marketplaces marketplaces,
            Calendars calendars,
            Clock clock) {
        this.orders = orders;
        this.templates = templates;
        this.offers = offers;
        this.catalog = catalog;
        this.marketplaces = marketplaces;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** So many units of an offer. */
    public record Wanted(
            Offer offer, int quantity, @Nullable Product product) {}

    public static Destination destination(Address address) {
        return Destination.of(
                address.country(),
                address.region(),
                address.postalCode(),
                address.city(),
                address.line1() + '\n' + address.line2());
    }

    /** How each seller would ship what is wanted of him, if it were ordered now. */
    public Map<SellerId, Quote> quotes(
            Marketplace marketplace, Destination destination, Map<SellerId, List<Wanted>> wanted) {
        Quoting quoting = quoting(marketplace, destination, wanted.keySet(), clock.instant());
        Map<SellerId, Quote> quotes = new HashMap<>();
        wanted.forEach((seller, lines) -> quotes.put(seller, quoting.quote(seller, lines)));
        return quotes;
    }

    /** How any of the sellers would ship what is ordered at an instant: everything is read that there is to read. */
    public Quoting quoting(Marketplace marketplace, Destination destination, Collection<SellerId> sellers, Instant at) {
        return new Quoting(
                marketplace,
                calendars.of(marketplace.id()),
                templates.shipping(sellers, marketplace.id()),
                destination,
                at);
    }

    /**
     * How long the seller took for the orders that he confirmed in the last thirty days, at most five thousand, beside
     * what he had promised; the day of an order is the business day as of which it counts.
     */
    public Achieved achieved(SellerId seller, MarketplaceId id) {
        Instant now = clock.instant();
        Marketplace marketplace = marketplaces.get(id);
        BusinessCalendar calendar = calendars.of(id);
        LocalTime cutOff = templates.shipping(seller, id).cutOff();
        return Achieved.of(orders.handled(seller, id, now.minus(ORDERED), now.minus(CONFIRMED), MOST_ORDERS).stream()
                .map(it -> {
                    LocalDate received = Promise.received(it.orderedAt(), marketplace, calendar, cutOff);
                    return new Achieved.Span(
                            calendar.between(received, marketplace.dayOf(it.shipBy())),
                            calendar.between(received, marketplace.dayOf(it.confirmedAt())));
                })
                .toList());
    }

    /** Reckons without reading anything. */
    public record Quoting(
            Marketplace marketplace,
            BusinessCalendar calendar,
            Map<SellerId, SellerShipping> shipping,
            Destination destination,
            Instant at) {

        /** The same, if it were ordered at another moment. */
        public Quoting asOf(Instant other) {
            return new Quoting(marketplace, calendar, shipping, destination, other);
        }

        public Quote quote(SellerId seller, List<Wanted> lines) {
            return Quote.of(
                    terms(seller),
                    handling(seller, lines),
                    lines.stream().map(Deliveries::line).toList());
        }

        public Quote.Terms terms(SellerId seller) {
            return new Quote.Terms(
                    marketplace, calendar, Objects.requireNonNull(shipping.get(seller)), destination, at);
        }

        /** An order ships when its slowest line does. */
        public Promise.Handling handling(SellerId seller, List<Wanted> lines) {
            Promise.Handling usual = terms(seller).shipping().handling();
            int least = 0;
            int most = 0;
            for (Wanted line : lines) {
                Promise.Handling handling =
                        line.offer().terms().handling().own().orElse(usual);
                most = Math.max(most, handling.most());
                least = Math.max(least, handling.least());
            }
            return new Promise.Handling(least, most);
        }
    }

    private static ShippedLine line(Wanted wanted) {
        Product product = wanted.product();
        return new ShippedLine(
                wanted.offer().shippingTemplate(),
                Goods.of(product == null ? null : product.productType()),
                wanted.quantity(),
                wanted.offer().price().minor(),
                product == null ? null : milligrams(product));
    }

    /** What the page says of the weight, grams unless it says otherwise; null if nothing that can be read. */
    public static @Nullable Long milligrams(Product product) {
        Matcher weight = WEIGHT.matcher(Objects.requireNonNullElse(product.attribute("weight"), ""));
        if (!weight.matches()) {
            return null;
        }
        double unit =
                switch (Objects.requireNonNullElse(weight.group(2), "g")) {
                    case "kg" -> 1_000_000;
                    case "lb", "lbs" -> Quote.POUND;
                    case "oz" -> Quote.POUND / 16;
                    default -> 1_000;
                };
        return (long) (Double.parseDouble(weight.group(1)) * unit);
    }

    /** The fee of a cart that is sent to an address by the cheapest service of each seller. */
    public Money cheapest(Marketplace marketplace, Address address, List<Take> takes) {
        Map<OfferKey, Offer> found = offers.find(takes.stream().map(Take::offer).toList());
        Map<ProductId, Product> products =
                catalog.find(found.values().stream().map(Offer::product).toList());
        Map<SellerId, List<Wanted>> wanted = takes.stream()
                .filter(it -> found.containsKey(it.offer()))
                .collect(Collectors.groupingBy(
                        it -> it.offer().seller(),
                        Collectors.mapping(
                                it -> {
                                    Offer offer = Objects.requireNonNull(found.get(it.offer()));
                                    return new Wanted(offer, it.quantity(), products.get(offer.product()));
                                },
                                Collectors.toList())));
        return quotes(marketplace, destination(address), wanted).values().stream()
                .flatMap(it -> it.cheapest().stream())
                .map(Quote.Option::fee)
                .reduce(Money.zero(marketplace.currency()), Money::plus);
    }
}
