package org.openstall.bench;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openstall.kernel.Money;
import org.openstall.kernel.ProductId;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.Sku;
import org.openstall.listings.Condition;
import org.openstall.listings.Offer;
import org.openstall.listings.OfferKey;
import org.openstall.listings.Terms;
import org.openstall.marketplaces.BusinessCalendar;
import org.openstall.marketplaces.Marketplace;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.ordering.Address;
import org.openstall.ordering.Deliveries;
import org.openstall.shipping.Fee;
import org.openstall.shipping.Goods;
import org.openstall.shipping.Promise;
import org.openstall.shipping.Quote;
import org.openstall.shipping.Rate;
import org.openstall.shipping.Region;
import org.openstall.shipping.SellerShipping;
import org.openstall.shipping.ServiceLevel;
import org.openstall.shipping.Template;
import org.openstall.shipping.Transit;

/**
 * What a product page reckons when a hundred sellers offer the same thing: for each, every service of his template with
 * fee and dates, to an address as somebody has typed it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class Promises {
    private static final int OFFERS = 100;
    private static final Instant NOW = Instant.parse("2026-12-11T18:00:00Z");
    private static final Address ADDRESS =
            new Address("Omar Haddad", "12 Alder Street", "Apt 4", "Portland", "Oregon", "97205", "US", "");

    private final List<Offer> offers = new ArrayList<>();
    private final Map<SellerId, SellerShipping> shipping = new HashMap<>();
    private final Marketplace marketplace = new Marketplace(
            Marketplaces.US,
            "US",
            "example.com",
            Currency.getInstance("USD"),
            ZoneId.of("America/Los_Angeles"),
            Locale.US);
    private final BusinessCalendar calendar = BusinessCalendar.of("US", List.of());

    public Promises() {
        ProductId product = ProductId.random();
        for (int i = 0; i < OFFERS; i++) {
            SellerId seller = SellerId.random();
            offers.add(new Offer(
                    new OfferKey(seller, marketplace.id(), new Sku("SKU-" + i)),
                    product,
                    Condition.NEW,
                    Terms.of(Money.of(4_990 + i, "USD"), 10),
                    true,
                    Set.of(),
                    NOW,
                    NOW,
                    null));
            Template template = new Template(new UUID(0, i + 1), marketplace.id(), "Usual", true, 1, rates());
            Promise.Handling handling = Promise.Handling.exactly(2);
            shipping.put(seller, new SellerShipping(List.of(template), LocalTime.of(14, 0), handling));
        }
    }

    private static List<Rate> rates() {
        List<Rate> rates = new ArrayList<>();
        Region west = new Region(Region.Kind.STATES, List.of("CA", "OR", "WA"));
        Region far = new Region(Region.Kind.POSTCODES, List.of("995-999", "967-968"));
        for (Goods goods : Goods.values()) {
            rates.add(Rate.of(goods, ServiceLevel.STANDARD, Region.COUNTRY, new Transit(3, 5), Fee.perShipment(499)));
            rates.add(Rate.of(goods, ServiceLevel.STANDARD, far, new Transit(5, 9), Fee.perShipment(999)));
            rates.add(Rate.of(goods, ServiceLevel.EXPEDITED, Region.COUNTRY, new Transit(2, 3), Fee.perShipment(999)));
            rates.add(Rate.of(goods, ServiceLevel.TWO_DAY, west, new Transit(2, 2), Fee.perShipment(1_499)));
        }
        return rates;
    }

    @Benchmark
    public List<Quote> hundredOffers() {
        Deliveries.Quoting quoting =
                new Deliveries.Quoting(marketplace, calendar, shipping, Deliveries.destination(ADDRESS), NOW);
        List<Quote> quotes = new ArrayList<>(OFFERS);
        for (Offer offer : offers) {
            quotes.add(quoting.quote(offer.key().seller(), List.of(new Deliveries.Wanted(offer, 1, null))));
        }
        return quotes;
    }

    static void measure(Report report) throws RunnerException {
        double micros = new Runner(new OptionsBuilder()
                        .include(Promises.class.getName() + "\\.hundredOffers")
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .runSingle()
                .getPrimaryResult()
                .getScore();
        report.figure("promises of a product page with 100 offers, reckoned", Report.format("%.0f µs", micros), "1 ms");
    }
}
