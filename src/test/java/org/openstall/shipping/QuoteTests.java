package org.openstall.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openstall.marketplaces.BusinessCalendar;
import org.openstall.marketplaces.Marketplace;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.shipping.Fee.Basis;
import org.openstall.shipping.Quote.Reason;
import org.openstall.shipping.Region.Kind;

class QuoteTests {
    private static final Marketplace US = new Marketplace(
            Marketplaces.US,
            "US",
            "us.example",
            Currency.getInstance("USD"),
            ZoneId.of("America/Los_Angeles"),
            Locale.US);
    private static final Transit SLOW = new Transit(3, 5);
    private static final UUID BULKY = new UUID(1, 1);

    private final List<Rate> rates = new ArrayList<>();
    private final List<Rate> bulky = new ArrayList<>();

    private void rate(ServiceLevel service, Region region, Fee fee) {
        rates.add(Rate.of(Goods.OTHER, service, region, SLOW, fee));
    }

    private static Region states(String... codes) {
        return new Region(Kind.STATES, List.of(codes));
    }

    private static Region postcodes(String... entries) {
        return new Region(Kind.POSTCODES, List.of(entries));
    }

    private static Destination to(String region, String postcode) {
        return Destination.of("US", region, postcode, "Town", "12 Alder St");
    }

    private static final Destination PORTLAND = to("OR", "97205");

    private static ShippedLine line(int quantity, long price, @Nullable Integer grams) {
        return new ShippedLine(null, Goods.OTHER, quantity, price, grams == null ? null : grams * 1_000L);
    }

    private Quote quote(Destination to, ShippedLine... lines) {
        Template usual = new Template(new UUID(0, 1), US.id(), "Usual", true, 1, rates);
        Template heavy = new Template(BULKY, US.id(), "Bulky", false, 1, bulky);
        return Quote.of(
                new Quote.Terms(
                        US,
                        BusinessCalendar.of("US", List.of()),
                        new SellerShipping(List.of(usual, heavy), LocalTime.of(14, 0), Promise.Handling.exactly(2)),
                        to,
                        Instant.parse("2026-03-02T18:00:00Z")),
                Promise.Handling.exactly(1),
                List.of(lines));
    }

    private long fee(ServiceLevel service, Destination to, ShippedLine... lines) {
        return quote(to, lines).choose(service).orElseThrow().fee().minor();
    }

    @Test
    void a_fee_counts_shipment_and_items() {
        rate(ServiceLevel.STANDARD, Region.COUNTRY, new Fee(Basis.ITEM, 300, 50, List.of(), null));
        assertThat(fee(ServiceLevel.STANDARD, PORTLAND, line(3, 1_000, null))).isEqualTo(450);
        assertThat(fee(ServiceLevel.STANDARD, PORTLAND, line(1, 1_000, null), line(1, 20, null)))
                .isEqualTo(400);
    }

    @Test
    void a_fee_by_weight_counts_each_pound_begun_of_all_together() {
        rate(ServiceLevel.STANDARD, Region.COUNTRY, new Fee(Basis.WEIGHT, 200, 100, List.of(), null));
        assertThat(fee(ServiceLevel.STANDARD, PORTLAND, line(1, 1_000, 400))).isEqualTo(300);
        assertThat(fee(ServiceLevel.STANDARD, PORTLAND, line(2, 1_000, 400))).isEqualTo(400);
        assertThat(fee(ServiceLevel.STANDARD, PORTLAND, line(1, 1_000, null)))
                .as("500 g are assumed")
                .isEqualTo(400);
        assertThat(fee(ServiceLevel.STANDARD, PORTLAND, line(1, 1_000, 907)))
                .as("two pounds, less or more than a gram")
                .isEqualTo(400)
                .isEqualTo(fee(ServiceLevel.STANDARD, PORTLAND, line(1, 1_000, 908)));
        assertThat(fee(ServiceLevel.STANDARD, PORTLAND, line(1, 1_000, 909))).isEqualTo(500);
    }

    @Test
    void a_fee_by_price_takes_the_band_and_free_shipping_begins_at_its_threshold() {
        rate(
                ServiceLevel.STANDARD,
                Region.COUNTRY,
                new Fee(Basis.PRICE, 0, 0, List.of(new Fee.Band(0, 500), new Fee.Band(2_500, 300)), 10_000L));
        assertThat(fee(ServiceLevel.STANDARD, PORTLAND, line(1, 2_499, null))).isEqualTo(500);
        assertThat(fee(ServiceLevel.STANDARD, PORTLAND, line(1, 2_500, null))).isEqualTo(300);
        assertThat(fee(ServiceLevel.STANDARD, PORTLAND, line(4, 2_499, null))).isEqualTo(300);
        assertThat(fee(ServiceLevel.STANDARD, PORTLAND, line(4, 2_500, null))).isZero();
    }

    @Test
    void the_region_most_to_the_point_holds() {
        rate(ServiceLevel.STANDARD, Region.COUNTRY, Fee.perShipment(500));
        rate(ServiceLevel.STANDARD, states("AK", "HI"), Fee.perShipment(1_500));
        rate(ServiceLevel.STANDARD, postcodes("99500-99519"), Fee.perShipment(900));

        assertThat(fee(ServiceLevel.STANDARD, PORTLAND, line(1, 1, null))).isEqualTo(500);
        assertThat(fee(ServiceLevel.STANDARD, to("Alaska", "99701"), line(1, 1, null)))
                .isEqualTo(1_500);
        assertThat(fee(ServiceLevel.STANDARD, to("", "99501"), line(1, 1, null)))
                .as("Anchorage")
                .isEqualTo(900);
        assertThat(fee(ServiceLevel.STANDARD, to("", "96813"), line(1, 1, null)))
                .as("the state is known by the postcode")
                .isEqualTo(1_500);
        assertThat(fee(ServiceLevel.STANDARD, Destination.somewhereIn("US"), line(1, 1, null)))
                .isEqualTo(500);
    }

    @Test
    void of_several_ranges_of_postcodes_the_narrowest_holds_whichever_stands_first() {
        rate(ServiceLevel.STANDARD, postcodes("995"), Fee.perShipment(900));
        rate(ServiceLevel.STANDARD, postcodes("970", "99501"), Fee.perShipment(1_200));
        rate(ServiceLevel.STANDARD, postcodes("99000-99999"), Fee.perShipment(700));
        rate(ServiceLevel.STANDARD, postcodes("99510-99519"), Fee.perShipment(1_100));

        assertThat(fee(ServiceLevel.STANDARD, to("AK", "99501"), line(1, 1, null)))
                .isEqualTo(1_200);
        assertThat(fee(ServiceLevel.STANDARD, to("AK", "99502"), line(1, 1, null)))
                .isEqualTo(900);
        assertThat(fee(ServiceLevel.STANDARD, to("AK", "99510"), line(1, 1, null)))
                .isEqualTo(1_100);
        assertThat(fee(ServiceLevel.STANDARD, to("AK", "99701"), line(1, 1, null)))
                .isEqualTo(700);
    }

    @Test
    void a_country_by_name_goes_before_all_others() {
        rate(ServiceLevel.INTERNATIONAL, new Region(Kind.ABROAD, List.of()), Fee.perShipment(2_500));
        rate(ServiceLevel.INTERNATIONAL, new Region(Kind.ABROAD, List.of("CA")), Fee.perShipment(1_500));

        assertThat(fee(
                        ServiceLevel.INTERNATIONAL,
                        Destination.of("CA", "ON", "K1A 0B1", "Ottawa", "1 Elgin St"),
                        line(1, 1, null)))
                .isEqualTo(1_500)
                .isEqualTo(fee(ServiceLevel.INTERNATIONAL, Destination.somewhereIn("CA"), line(1, 1, null)));
        assertThat(fee(ServiceLevel.INTERNATIONAL, Destination.somewhereIn("KR"), line(1, 1, null)))
                .isEqualTo(2_500);
    }

    @Test
    void whoever_writes_a_postcode_is_not_just_somewhere_in_the_country() {
        rate(ServiceLevel.STANDARD, Region.COUNTRY, Fee.perShipment(500));
        rate(ServiceLevel.STANDARD, states("AK", "HI"), Fee.perShipment(1_500));
        rate(ServiceLevel.EXPEDITED, states("WA"), Fee.perShipment(900));

        assertThat(fee(ServiceLevel.STANDARD, to("", "９９５０１"), line(1, 1, null)))
                .as("full-width digits")
                .isEqualTo(1_500);
        for (String unreadable : List.of("-", ".", "가나다")) {
            assertThat(quote(to("", unreadable), line(1, 1, null)).refused())
                    .as(unreadable)
                    .containsEntry(ServiceLevel.EXPEDITED, Reason.REGION);
        }
    }

    @Test
    void a_service_that_is_not_to_be_had_says_why() {
        rate(ServiceLevel.STANDARD, Region.COUNTRY, Fee.perShipment(500));
        rate(ServiceLevel.EXPEDITED, states("WA"), Fee.perShipment(900));
        rates.add(new Rate(
                Goods.OTHER,
                ServiceLevel.TWO_DAY,
                Region.COUNTRY,
                Set.of(AddressType.STREET),
                new Transit(2, 2),
                Fee.perShipment(1_200)));
        Destination box = Destination.of("US", "OR", "97205", "Portland", "P.O. Box 12");

        assertThat(box.type()).isEqualTo(AddressType.PO_BOX);
        assertThat(quote(box, line(1, 1, null)).refused())
                .containsEntry(ServiceLevel.EXPEDITED, Reason.REGION)
                .containsEntry(ServiceLevel.TWO_DAY, Reason.ADDRESS_TYPE)
                .containsEntry(ServiceLevel.ONE_DAY, Reason.NO_RATE)
                .doesNotContainKey(ServiceLevel.STANDARD);
        assertThat(quote(PORTLAND, line(1, 1, null)).options())
                .extracting(Quote.Option::service)
                .containsExactly(ServiceLevel.STANDARD, ServiceLevel.TWO_DAY);
    }

    @Test
    void other_countries_are_reached_by_the_international_service_alone() {
        rate(ServiceLevel.STANDARD, Region.COUNTRY, Fee.perShipment(500));
        rate(ServiceLevel.INTERNATIONAL, new Region(Kind.ABROAD, List.of("CA", "KR")), Fee.perShipment(2_500));
        Destination seoul = Destination.of("KR", "", "04524", "서울", "중구 세종대로 110");
        Destination paris = Destination.of("FR", "", "75001", "Paris", "1 rue de Rivoli");

        assertThat(quote(seoul, line(1, 1, null)).options())
                .extracting(Quote.Option::service)
                .containsExactly(ServiceLevel.INTERNATIONAL);
        assertThat(quote(paris, line(1, 1, null)).options()).isEmpty();
    }

    @Test
    void media_and_the_rest_have_tables_of_their_own_and_share_what_is_charged_once() {
        rate(ServiceLevel.STANDARD, Region.COUNTRY, new Fee(Basis.ITEM, 400, 100, List.of(), null));
        rates.add(Rate.of(
                Goods.MEDIA,
                ServiceLevel.STANDARD,
                Region.COUNTRY,
                new Transit(4, 9),
                new Fee(Basis.ITEM, 250, 30, List.of(), null)));
        ShippedLine book = new ShippedLine(null, Goods.of("BOOK"), 2, 900, null);

        assertThat(fee(ServiceLevel.STANDARD, PORTLAND, book)).isEqualTo(310);
        Quote.Option both = quote(PORTLAND, book, line(1, 900, null)).cheapest().orElseThrow();
        assertThat(both.fee().minor()).isEqualTo(400 + 100 + 60);
        assertThat(US.dayOf(both.promise().deliveredBy())).isEqualTo("2026-03-16");
    }

    @Test
    void what_one_template_lacks_is_not_offered_for_all() {
        rate(ServiceLevel.STANDARD, Region.COUNTRY, Fee.perShipment(400));
        rate(ServiceLevel.TWO_DAY, Region.COUNTRY, Fee.perShipment(900));
        bulky.add(Rate.of(Goods.OTHER, ServiceLevel.STANDARD, Region.COUNTRY, SLOW, Fee.perShipment(1_900)));
        ShippedLine sofa = new ShippedLine(BULKY, Goods.OTHER, 1, 50_000, null);

        Quote quote = quote(PORTLAND, line(1, 1, null), sofa);
        assertThat(quote.options()).extracting(Quote.Option::service).containsExactly(ServiceLevel.STANDARD);
        assertThat(quote.cheapest().orElseThrow().fee().minor()).isEqualTo(1_900);
        assertThat(quote.refused()).containsEntry(ServiceLevel.TWO_DAY, Reason.NO_RATE);
        ShippedLine stray = new ShippedLine(new UUID(9, 9), Goods.OTHER, 1, 1, null);
        assertThat(fee(ServiceLevel.STANDARD, PORTLAND, stray))
                .as("a template that is gone")
                .isEqualTo(400);
    }

    @Test
    void boxes_and_bases_are_recognised_in_many_languages() {
        for (String box : List.of("PO Box 9", "P. O. Box 9", "post office box 9", "Caixa Postal 9", "私書箱9号", "사서함 9")) {
            assertThat(Destination.of("US", "OR", "97205", "Portland", box).type())
                    .as(box)
                    .isEqualTo(AddressType.PO_BOX);
        }
        assertThat(Destination.of("US", "AE", "09012", "APO", "Unit 5").type()).isEqualTo(AddressType.MILITARY);
        assertThat(Destination.of("US", "", "96201", "Town", "Unit 5").state()).isEqualTo("AP");
        assertThat(Destination.of("BR", "AP", "68900-000", "Macapá", "Rua 5").type())
                .as("the state of Amapá")
                .isEqualTo(AddressType.STREET);
        assertThat(Destination.of("BR", "São Paulo", "", "", "").state()).isEqualTo("SP");
        assertThat(Destination.of("BR", "", "20040-002", "", "").state()).isEqualTo("RJ");
        assertThat(Destination.of("US", "Oregn", "", "", "").isVague()).isTrue();
        assertThat(Destination.of("US", "OR", "97205", "Portland", "12 Compost Boxwood Ln")
                        .type())
                .isEqualTo(AddressType.STREET);
    }
}
