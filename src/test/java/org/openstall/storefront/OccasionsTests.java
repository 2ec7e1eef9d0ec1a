package org.openstall.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openstall.MarketFixture;
import org.openstall.OpenstallTest;
import org.openstall.TestBrowsers;
import org.openstall.kernel.MovableClock;
import org.openstall.kernel.SellerId;
import org.openstall.listings.Offer;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.ordering.Deliveries;
import org.openstall.shipping.Destination;
import org.openstall.shipping.Fee;
import org.openstall.shipping.Goods;
import org.openstall.shipping.Rate;
import org.openstall.shipping.Region;
import org.openstall.shipping.SaveResult;
import org.openstall.shipping.ServiceLevel;
import org.openstall.shipping.Templates;
import org.openstall.shipping.Transit;
import org.springframework.beans.factory.annotation.Autowired;

/** Christmas 2026 is a Friday; Nadia takes two business days until she ships. */
@OpenstallTest
class OccasionsTests {
    private static final Instant MONDAY_THE_SEVENTH = Instant.parse("2026-12-07T18:00:00Z");
    private static final LocalDate CHRISTMAS = LocalDate.of(2026, 12, 25);

    @Autowired
    private MarketFixture market;

    @Autowired
    private TestBrowsers browsers;

    @Autowired
    private Occasions occasions;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private Templates templates;

    @Autowired
    private MovableClock clock;

    private SellerId nadia;
    private Offer kettle;

    @BeforeEach
    void nadia_ships_within_five_days_or_two() {
        clock.stopAt(MONDAY_THE_SEVENTH);
        nadia = market.seller("Nadia's Kitchen");
        kettle = market.offer(nadia, "KETTLE", "Kettle", "49.90", 9);
        SaveResult saved = templates.create(
                nadia,
                Marketplaces.US,
                "Everything",
                Stream.of(rate(ServiceLevel.STANDARD, 3, 5, 400), rate(ServiceLevel.EXPEDITED, 2, 2, 999))
                        .toList());
        assertThat(saved).isInstanceOf(SaveResult.Saved.class);
    }

    private static Rate rate(ServiceLevel service, int least, int most, long fee) {
        return Rate.of(Goods.OTHER, service, Region.COUNTRY, new Transit(least, most), Fee.perShipment(fee));
    }

    private LastOrders last() {
        Deliveries.Quoting quoting =
                deliveries.quoting(market.us(), Destination.somewhereIn("US"), List.of(nadia), clock.instant());
        LastOrders last = occasions.of(quoting, nadia, List.of(new Deliveries.Wanted(kettle, 1, null)));
        return last == null ? new LastOrders("", LocalDate.EPOCH, List.of()) : last;
    }

    private static LastOrders.Line line(ServiceLevel service, int day) {
        return new LastOrders.Line(service, LocalDate.of(2026, 12, day));
    }

    @Test
    void each_service_has_its_last_day_to_order_for_christmas() {
        LastOrders last = last();
        assertThat(last.day()).isEqualTo(CHRISTMAS);
        assertThat(last.lines()).containsExactly(line(ServiceLevel.STANDARD, 15), line(ServiceLevel.EXPEDITED, 18));
    }

    @Test
    void the_last_day_keeps_its_word_and_the_day_after_does_not() {
        Offer offer = kettle;
        last().lines().forEach(line -> {
            Instant latest =
                    line.day().atTime(13, 59).atZone(market.us().zone()).toInstant();
            assertThat(market.us().dayOf(arrival(offer, line.service(), latest)))
                    .isBefore(CHRISTMAS);
            assertThat(market.us().dayOf(arrival(offer, line.service(), latest.plusSeconds(60))))
                    .isAfterOrEqualTo(CHRISTMAS);
        });
    }

    private Instant arrival(Offer offer, ServiceLevel service, Instant ordered) {
        return deliveries
                .quoting(market.us(), Destination.somewhereIn("US"), List.of(nadia), ordered)
                .quote(nadia, List.of(new Deliveries.Wanted(offer, 1, null)))
                .choose(service)
                .orElseThrow()
                .promise()
                .deliveredBy();
    }

    @Test
    void a_service_that_is_too_late_by_now_is_not_named() {
        clock.stopAt(Instant.parse("2026-12-15T22:30:00Z"));
        assertThat(last().lines()).containsExactly(line(ServiceLevel.EXPEDITED, 18));
        clock.stopAt(Instant.parse("2026-12-18T22:30:00Z"));
        assertThat(last().lines()).isEmpty();
    }

    @Test
    void nobody_speaks_of_christmas_in_summer() {
        clock.stopAt(Instant.parse("2026-07-07T18:00:00Z"));
        assertThat(last().lines()).isEmpty();
        assertThat(browsers.open().get("/products/" + kettle.product()).text()).doesNotContain("Christmas");
    }

    @Test
    void a_product_page_names_them_and_the_soonest_way_to_have_it() {
        assertThat(browsers.open().get("/products/" + kettle.product()).text())
                .contains("Christmas")
                .contains("Dec 15")
                .contains("Dec 18")
                .contains("Dec 11 for $9.99");
    }
}
