package org.openstall.shipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openstall.MarketFixture;
import org.openstall.OpenstallTest;
import org.openstall.kernel.LostRace;
import org.openstall.kernel.NotYours;
import org.openstall.kernel.SellerId;
import org.openstall.listings.Offer;
import org.openstall.listings.Offers;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.shipping.Fee.Basis;
import org.openstall.shipping.Region.Kind;
import org.springframework.beans.factory.annotation.Autowired;

@OpenstallTest
class TemplatesTests {
    private static final Transit SLOW = new Transit(3, 5);
    private static final Rate STANDARD =
            Rate.of(Goods.OTHER, ServiceLevel.STANDARD, Region.COUNTRY, SLOW, Fee.perShipment(400));

    @Autowired
    private MarketFixture market;

    @Autowired
    private Templates templates;

    @Autowired
    private Offers offers;

    private SellerId nadia;

    @BeforeEach
    void nadia_sells() {
        nadia = market.seller("Nadia's Kitchen");
    }

    private Template make(String name, Rate... rates) {
        return switch (templates.create(nadia, Marketplaces.US, name, List.of(rates))) {
            case SaveResult.Saved saved -> saved.template();
            case SaveResult refused -> throw new AssertionError(refused);
        };
    }

    private List<TemplateProblem.Kind> refusals(String name, Rate... rates) {
        return switch (templates.create(nadia, Marketplaces.US, name, List.of(rates))) {
            case SaveResult.Refused refused ->
                refused.problems().stream().map(TemplateProblem::kind).toList();
            case SaveResult other -> throw new AssertionError(other);
        };
    }

    private SellerShipping shipping() {
        return templates.shipping(nadia, Marketplaces.US);
    }

    @Test
    void whoever_has_made_none_goes_by_the_marketplaces() {
        assertThat(templates.of(nadia, Marketplaces.US)).isEmpty();
        assertThat(shipping().byDefault().isUsual()).isTrue();
        assertThat(shipping().cutOff()).isEqualTo(LocalTime.of(14, 0));
        assertThat(shipping().byDefault().rates()).hasSize(2).allSatisfy(it -> {
            assertThat(it.transit()).isEqualTo(SLOW);
            assertThat(it.fee().perShipment()).isEqualTo(499);
        });
    }

    @Test
    void a_template_is_kept_as_it_was_made_and_the_first_is_the_default() {
        Rate rich = new Rate(
                Goods.MEDIA,
                ServiceLevel.EXPEDITED,
                new Region(Kind.POSTCODES, List.of("970-979", "99501")),
                EnumSet.of(AddressType.STREET, AddressType.PO_BOX),
                new Transit(1, 3),
                new Fee(Basis.PRICE, 0, 0, List.of(new Fee.Band(0, 700), new Fee.Band(5_000, 0)), 9_900L));
        Template first = make(" Everything ", STANDARD, rich);

        assertThat(templates.get(nadia, first.id())).isEqualTo(first);
        assertThat(first.name()).isEqualTo("Everything");
        assertThat(first.rates()).containsExactly(STANDARD, rich);
        assertThat(first.isDefault()).isTrue();
        assertThat(shipping().byDefault()).isEqualTo(first);
        assertThat(make("Second", STANDARD).isDefault()).isFalse();
    }

    @Test
    void a_change_of_what_was_not_seen_is_refused() {
        Template template = make("Everything", STANDARD);
        assertThat(templates.save(nadia, template.id(), 1, "All", template.rates()))
                .isInstanceOf(SaveResult.Saved.class);
        assertThat(templates.save(nadia, template.id(), 1, "Mine", template.rates()))
                .isEqualTo(new SaveResult.Stale());
        assertThat(templates.get(nadia, template.id()).name()).isEqualTo("All");
        assertThat(shipping().byDefault().name()).isEqualTo("All");
        assertThat(templates.save(nadia, new UUID(1, 2), 1, "Gone", template.rates()))
                .isEqualTo(new SaveResult.Stale());
    }

    @Test
    void twenty_are_enough_and_each_has_a_name_of_its_own() {
        for (int i = 1; i <= Templates.MOST; i++) {
            make("Number " + i, STANDARD);
        }
        assertThat(refusals("One more", STANDARD)).contains(TemplateProblem.Kind.TOO_MANY_TEMPLATES);
        assertThat(refusals("number 7", STANDARD)).contains(TemplateProblem.Kind.NAME_TAKEN);
        Template last = templates.of(nadia, Marketplaces.US).getLast();
        assertThat(templates.save(nadia, last.id(), 1, "NUMBER 1", last.rates()))
                .isInstanceOf(SaveResult.Refused.class);
    }

    @Test
    void a_template_in_use_is_deleted_only_with_one_that_takes_its_place() {
        Template going = make("Going", STANDARD);
        Template staying = make("Staying", STANDARD);
        Offer offer = market.offer(nadia, "KETTLE", "Kettle", "49.90", 9);
        offers.shipBy(offer.key(), going.id(), "Nadia");
        assertThat(offers.templateUses(nadia, Marketplaces.US)).containsEntry(going.id(), 1);

        assertThatThrownBy(() -> templates.delete(nadia, going.id(), null)).isInstanceOf(LostRace.class);
        assertThatThrownBy(() -> templates.delete(nadia, going.id(), going.id()))
                .isInstanceOf(LostRace.class);
        assertThatThrownBy(() -> templates.delete(nadia, going.id(), new UUID(1, 2)))
                .isInstanceOf(LostRace.class);
        assertThat(market.find(offer.key()).shippingTemplate()).isEqualTo(going.id());

        templates.delete(nadia, going.id(), staying.id());

        assertThat(market.find(offer.key()).shippingTemplate()).isEqualTo(staying.id());
        assertThat(shipping().byDefault().id()).isEqualTo(staying.id());
        templates.delete(nadia, staying.id(), null);
        assertThat(market.find(offer.key()).shippingTemplate()).isNull();
        assertThat(shipping().byDefault().isUsual()).isTrue();
        assertThat(offers.history(offer.key()))
                .anySatisfy(it -> assertThat(it.field()).isEqualTo("shipping"));
    }

    @Test
    void another_one_becomes_the_default_and_nobody_touches_what_is_not_his() {
        Template first = make("First", STANDARD);
        Template second = make("Second", STANDARD);
        templates.makeDefault(nadia, second.id());
        assertThat(shipping().byDefault().id()).isEqualTo(second.id());

        SellerId noel = market.seller("Noel");
        assertThatThrownBy(() -> templates.makeDefault(noel, first.id())).isInstanceOf(NotYours.class);
        assertThatThrownBy(() -> templates.delete(noel, first.id(), null)).isInstanceOf(NotYours.class);
        assertThat(templates.save(noel, first.id(), 1, "Noel's", first.rates())).isEqualTo(new SaveResult.Stale());
    }

    @Test
    void a_cut_off_time_holds_at_once() {
        templates.setCutOff(nadia, Marketplaces.US, LocalTime.of(9, 30));
        templates.setCutOff(nadia, Marketplaces.US, LocalTime.of(17, 0));
        assertThat(shipping().cutOff()).isEqualTo(LocalTime.of(17, 0));
    }

    @Test
    void what_cannot_be_promised_from_is_refused_with_every_reason() {
        assertThat(refusals("")).containsExactly(TemplateProblem.Kind.NAME_MISSING, TemplateProblem.Kind.NO_RATES);
        assertThat(refusals("x".repeat(81), STANDARD)).containsExactly(TemplateProblem.Kind.NAME_TOO_LONG);
        assertThat(refusals("Twice", STANDARD, STANDARD)).containsExactly(TemplateProblem.Kind.COLLISION);
        assertThat(refusals(
                        "Bad",
                        Rate.of(
                                Goods.OTHER,
                                ServiceLevel.EXPEDITED,
                                new Region(Kind.STATES, List.of("OR", "XX")),
                                new Transit(5, 3),
                                Fee.perShipment(-1))))
                .containsExactly(
                        TemplateProblem.Kind.STATES_UNKNOWN,
                        TemplateProblem.Kind.TRANSIT_REVERSED,
                        TemplateProblem.Kind.FEE_OUT_OF_RANGE);
        assertThat(refusals(
                        "Worse",
                        new Rate(
                                Goods.OTHER,
                                ServiceLevel.STANDARD,
                                new Region(Kind.POSTCODES, List.of("99-100")),
                                Set.of(),
                                new Transit(0, 61),
                                new Fee(Basis.PRICE, 0, 0, List.of(new Fee.Band(100, 5)), 0L)),
                        Rate.of(
                                Goods.OTHER,
                                ServiceLevel.INTERNATIONAL,
                                new Region(Kind.ABROAD, List.of("US", "ZZ")),
                                SLOW,
                                Fee.perShipment(1)),
                        Rate.of(
                                Goods.MEDIA,
                                ServiceLevel.STANDARD,
                                new Region(Kind.ABROAD, List.of()),
                                SLOW,
                                new Fee(Basis.PRICE, 0, 0, List.of(new Fee.Band(0, 5), new Fee.Band(0, 6)), null))))
                .contains(
                        TemplateProblem.Kind.POSTCODES_UNREADABLE,
                        TemplateProblem.Kind.ADDRESS_TYPES_MISSING,
                        TemplateProblem.Kind.TRANSIT_OUT_OF_RANGE,
                        TemplateProblem.Kind.FREE_FROM_OUT_OF_RANGE,
                        TemplateProblem.Kind.BANDS_NOT_FROM_ZERO,
                        TemplateProblem.Kind.COUNTRIES_UNKNOWN,
                        TemplateProblem.Kind.SERVICE_NOT_ABROAD,
                        TemplateProblem.Kind.BANDS_UNORDERED);
        assertThat(templates.of(nadia, Marketplaces.US)).isEmpty();
    }

    private static Rate postcodes(String... entries) {
        return Rate.of(
                Goods.OTHER,
                ServiceLevel.STANDARD,
                new Region(Kind.POSTCODES, List.of(entries)),
                SLOW,
                Fee.perShipment(1));
    }

    @Test
    void ranges_of_postcodes_overlap_only_where_one_is_narrower() {
        for (Rate other : List.of(
                postcodes("970", "99500-99599"),
                postcodes("99501-99600"),
                postcodes("99450-99549"),
                postcodes("1", "995"))) {
            assertThat(refusals("Twice", postcodes("97205", "995"), other))
                    .as("%s", other.region())
                    .containsExactly(TemplateProblem.Kind.COLLISION);
        }
        make(
                "Apart",
                postcodes("995"),
                postcodes("99501"),
                postcodes("99000-99999"),
                postcodes("99600-99699"),
                postcodes("970", "99510-99519"));
        assertThat(Postcodes.overlap("K1", "K1A-K1C")).isTrue();
        assertThat(Postcodes.share("K1")).isGreaterThan(Postcodes.share("K1A-K1C"));
    }

    @Test
    void postcodes_are_read_as_people_write_them() {
        assertThat(List.of("995*", " 99500 - 99599", "99500–99599", "995..997", "99500-99599", "９９５０１"))
                .extracting(it -> Postcodes.entry(it, "US"))
                .containsExactly("995", "99500-99599", "99500-99599", "995-997", "99500-99599", "99501");
        assertThat(List.of("sw1a 1aa", "N1 - N9"))
                .extracting(it -> Postcodes.entry(it, "GB"))
                .containsExactly("SW1A1AA", "N1-N9");
        assertThat(List.of("100-0001", "100-0001〜109-9999", "100-109"))
                .extracting(it -> Postcodes.entry(it, "JP"))
                .containsExactly("1000001", "1000001-1099999", "100-109");
        assertThat(Postcodes.contains("99500-99599", "99501")).isTrue();
        assertThat(Postcodes.contains("995-997", "99501")).isTrue();
        assertThat(Postcodes.contains("99500-99599", "995")).isFalse();
        assertThat(Postcodes.isEntry("99-100")).isFalse();
        assertThat(Postcodes.isEntry("200-100")).isFalse();
    }

    @Test
    void the_hyphen_of_brazilian_postcodes_is_told_from_that_of_a_range() {
        for (String range : List.of(
                "01000-000 - 05999-999",
                "01000-000-05999-999",
                "01000-000..05999-999",
                "01000-000 a 05999-999",
                "01000000-05999999",
                "01000-000–05999-999")) {
            assertThat(Postcodes.entry(range, "BR")).as(range).isEqualTo("01000000-05999999");
        }
        assertThat(Postcodes.entry("01310-100", "BR")).isEqualTo("01310100");
    }

    @Test
    void what_americans_write_after_a_hyphen_is_never_taken_for_more_of_a_postcode() {
        assertThat(List.of("99501-1234", "99501-1234 - 99509-9999"))
                .extracting(it -> Postcodes.entry(it, "US"))
                .containsExactly("99501", "99501-99509");
        for (String doubtful : List.of("97001-99", "995-97", "995-96-97", "97001 97002", "K1A")) {
            assertThat(Postcodes.entry(doubtful, "US")).as("as it was typed").isEqualTo(doubtful);
            assertThat(Postcodes.isEntry(doubtful, "US")).as(doubtful).isFalse();
        }
    }
}
