package org.openstall.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openstall.MarketFixture;
import org.openstall.OpenstallTest;
import org.openstall.kernel.Money;
import org.openstall.kernel.MovableClock;
import org.openstall.kernel.SellerId;
import org.openstall.listings.Offer;
import org.openstall.listings.Offers;
import org.openstall.listings.Take;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.shipping.Fee;
import org.openstall.shipping.Goods;
import org.openstall.shipping.Quote;
import org.openstall.shipping.Rate;
import org.openstall.shipping.Region;
import org.openstall.shipping.SaveResult;
import org.openstall.shipping.ServiceLevel;
import org.openstall.shipping.Template;
import org.openstall.shipping.Templates;
import org.openstall.shipping.Transit;
import org.springframework.beans.factory.annotation.Autowired;

@OpenstallTest
class ChosenDeliveryTests {
    private static final Instant MONDAY_MORNING = Instant.parse("2026-06-08T17:00:00Z");
    private static final Instant MONDAY_EVENING = Instant.parse("2026-06-09T01:00:00Z");

    @Autowired
    private MarketFixture market;

    @Autowired
    private Checkouts checkouts;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private Carts carts;

    @Autowired
    private Orders orders;

    @Autowired
    private Offers offers;

    @Autowired
    private Templates templates;

    @Autowired
    private MovableClock clock;

    private SellerId nadia;
    private MarketFixture.Buyer omar;
    private Offer kettle;
    private Template template;

    private static Rate rate(ServiceLevel service, Region region, int least, int most, long fee) {
        return Rate.of(Goods.OTHER, service, region, new Transit(least, most), Fee.perShipment(fee));
    }

    private static final List<Rate> RATES = List.of(
            rate(ServiceLevel.STANDARD, Region.COUNTRY, 3, 5, 400),
            rate(ServiceLevel.TWO_DAY, new Region(Region.Kind.STATES, List.of("OR", "WA")), 2, 2, 1_200));

    @BeforeEach
    void nadia_offers_two_services_on_a_monday_morning() {
        clock.stopAt(MONDAY_MORNING);
        nadia = market.seller("Nadia's Kitchen");
        omar = market.buyer("Omar");
        kettle = market.offer(nadia, "KETTLE", "Kettle", "49.90", 9);
        template = saved(templates.create(nadia, Marketplaces.US, "Everything", RATES));
    }

    private static Template saved(SaveResult result) {
        return switch (result) {
            case SaveResult.Saved saved -> saved.template();
            case SaveResult refused -> throw new AssertionError(refused);
        };
    }

    private Quote quote(Address address) {
        return deliveries
                .quotes(
                        market.us(),
                        Deliveries.destination(address),
                        Map.of(nadia, List.of(new Deliveries.Wanted(kettle, 1, null))))
                .getOrDefault(nadia, new Quote(List.of(), Map.of()));
    }

    private CheckoutResult place(@Nullable ServiceLevel service, long fee, Address address) {
        Instant promised = quote(address)
                .choose(service)
                .map(it -> it.promise().deliveredBy())
                .orElse(MONDAY_MORNING);
        return place(service == null ? null : new Checkout.Choice(service, promised), fee, address);
    }

    private CheckoutResult place(Checkout.@Nullable Choice choice, long fee, Address address) {
        carts.set(omar.id(), kettle.key(), 0);
        carts.add(omar.id(), kettle.key(), 1);
        return checkouts.place(new Checkout(
                UUID.randomUUID(),
                omar.id(),
                omar.name(),
                Marketplaces.US,
                List.of(new Take(kettle.key(), 1, kettle.price())),
                choice == null ? Map.of() : Map.of(nadia, choice),
                Money.of(fee, "USD"),
                address,
                MarketFixture.GOOD_CARD));
    }

    private Order placed(CheckoutResult result) {
        return switch (result) {
            case CheckoutResult.Placed placed ->
                orders.get(omar.id(), placed.orders().getFirst());
            case CheckoutResult refused -> throw new AssertionError(refused);
        };
    }

    private static final Address PORTLAND = MarketFixture.address("Omar");
    private static final Address ANCHORAGE = new Address("Omar", "1 Snow Ln", "", "Anchorage", "AK", "99501", "US", "");

    @Test
    void the_chosen_service_is_frozen_into_the_order_with_its_fee_and_dates() {
        Order order = placed(place(ServiceLevel.TWO_DAY, 1_200, PORTLAND));

        assertThat(order.service()).isEqualTo(ServiceLevel.TWO_DAY);
        assertThat(order.shipping()).isEqualTo(Money.of(1_200, "USD"));
        assertThat(market.us().dayOf(order.shipBy())).isEqualTo("2026-06-10");
        assertThat(order.promisedFrom()).isEqualTo(market.us().startOf(LocalDate.of(2026, 6, 12)));
        assertThat(market.us().dayOf(order.promisedBy())).isEqualTo("2026-06-12");

        templates.save(
                nadia, template.id(), 1, "Dearer", List.of(rate(ServiceLevel.STANDARD, Region.COUNTRY, 9, 9, 9_900)));
        assertThat(orders.get(omar.id(), order.id())).isEqualTo(order);
        assertThat(orders.of(omar.id(), null, 1).items()).containsExactly(order);
    }

    @Test
    void without_a_choice_the_cheapest_service_is_taken() {
        Order order = placed(place((ServiceLevel) null, 400, PORTLAND));
        assertThat(order.service()).isEqualTo(ServiceLevel.STANDARD);
        assertThat(market.us().dayOf(order.promisedBy())).isEqualTo("2026-06-17");
    }

    @Test
    void another_fee_than_the_page_showed_orders_nothing() {
        assertThat(place(ServiceLevel.TWO_DAY, 400, PORTLAND))
                .isEqualTo(new CheckoutResult.DeliveryChanged(Set.of(nadia)));
        templates.save(
                nadia, template.id(), 1, "Dearer", List.of(rate(ServiceLevel.STANDARD, Region.COUNTRY, 3, 5, 500)));
        assertThat(place(ServiceLevel.STANDARD, 400, PORTLAND))
                .isEqualTo(new CheckoutResult.DeliveryChanged(Set.of(nadia)));
        assertThat(market.find(kettle.key()).quantity()).isEqualTo(9);
        assertThat(orders.of(omar.id(), null, 1).items()).isEmpty();
    }

    @Test
    void a_service_that_does_not_go_to_the_address_orders_nothing() {
        assertThat(place(ServiceLevel.TWO_DAY, 1_200, ANCHORAGE))
                .isEqualTo(new CheckoutResult.DeliveryChanged(Set.of(nadia)));
        assertThat(placed(place(ServiceLevel.STANDARD, 400, ANCHORAGE)).service())
                .isEqualTo(ServiceLevel.STANDARD);
    }

    @Test
    void a_seller_who_does_not_ship_there_at_all_is_named() {
        templates.save(nadia, template.id(), 1, "West", RATES.subList(1, 2));
        assertThat(place((ServiceLevel) null, 1_200, ANCHORAGE))
                .isEqualTo(new CheckoutResult.CannotShip(Set.of(nadia)));
        assertThat(market.find(kettle.key()).quantity()).isEqualTo(9);
    }

    @Test
    void a_later_date_than_the_page_showed_orders_nothing_and_an_earlier_one_does() {
        Instant seen = quote(PORTLAND).cheapest().orElseThrow().promise().deliveredBy();
        clock.stopAt(MONDAY_EVENING);
        Checkout.Choice choice = new Checkout.Choice(ServiceLevel.STANDARD, seen);

        assertThat(place(choice, 400, PORTLAND)).isEqualTo(new CheckoutResult.DeliveryChanged(Set.of(nadia)));

        templates.setCutOff(nadia, Marketplaces.US, LocalTime.of(20, 0));
        assertThat(placed(place(choice, 400, PORTLAND)).promisedBy()).isEqualTo(seen);
    }

    @Test
    void an_offer_goes_by_the_template_it_names() {
        Template bulky = saved(templates.create(
                nadia, Marketplaces.US, "Bulky", List.of(rate(ServiceLevel.STANDARD, Region.COUNTRY, 5, 9, 9_900))));
        kettle = offers.shipBy(kettle.key(), bulky.id(), "Nadia");
        assertThat(placed(place((ServiceLevel) null, 9_900, PORTLAND)).shipping())
                .isEqualTo(Money.of(9_900, "USD"));
    }

    @Test
    void the_cheapest_fee_of_a_cart_is_that_of_each_seller() {
        Offer pan = market.offer(market.seller("Noel"), "PAN", "Pan", "20.00", 3);
        assertThat(deliveries.cheapest(
                        market.us(),
                        PORTLAND,
                        List.of(new Take(kettle.key(), 1, kettle.price()), new Take(pan.key(), 1, pan.price()))))
                .isEqualTo(Money.of(400 + 499, "USD"));
    }
}
