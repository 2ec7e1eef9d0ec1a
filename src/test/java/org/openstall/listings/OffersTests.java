package org.openstall.listings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openstall.MarketFixture;
import org.openstall.OpenstallTest;
import org.openstall.kernel.Money;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.Sku;
import org.openstall.marketplaces.Marketplaces;
import org.springframework.beans.factory.annotation.Autowired;

@OpenstallTest
class OffersTests {
    private static final Terms PLAIN = Terms.of(usd(1_000), 5);

    @Autowired
    private Offers offers;

    @Autowired
    private MarketFixture market;

    private SellerId nadia;
    private Offer kettle;

    @BeforeEach
    void nadiaSellsAKettle() {
        nadia = market.seller("Nadia's Home");
        kettle = market.offer(nadia, "KETTLE", "Kettle", "10.00", 5);
    }

    private static Money usd(long minor) {
        return Money.of(minor, "USD");
    }

    private NewOffer used(String sku, Terms terms) {
        OfferKey key = new OfferKey(nadia, Marketplaces.US, new Sku(sku));
        return new NewOffer(key, kettle.product(), Condition.USED_GOOD, terms, true);
    }

    private Set<OfferRefusal> refusals(Terms terms) {
        return switch (offers.list(used("USED", terms), "Nadia")) {
            case ListResult.Listed listed -> Set.of();
            case ListResult.Refused refused -> refused.reasons();
        };
    }

    @Test
    void an_offer_is_listed_with_all_its_terms_and_that_is_remembered() {
        Terms terms = new Terms(
                usd(900),
                new PriceLimits(usd(800), usd(1_200)),
                3,
                new Handling(1, 3),
                "Light scratches on the lid",
                new Gifts(true, false));

        ListResult result = offers.list(used("USED/1 é", terms), "Nadia");

        assertThat(result).isInstanceOfSatisfying(ListResult.Listed.class, it -> {
            assertThat(it.offer().terms()).isEqualTo(terms);
            assertThat(it.offer().status()).isEqualTo(OfferStatus.ACTIVE);
            assertThat(market.find(it.offer().key())).isEqualTo(it.offer());
            assertThat(offers.history(it.offer().key()))
                    .extracting(OfferChange::field, OfferChange::to, OfferChange::changedBy)
                    .containsExactly(tuple("offer", "listed", "Nadia"), tuple("quantity", "3", "Nadia"));
        });
        assertThat(offers.list(used("USED/1 é", terms), "Nadia"))
                .isEqualTo(new ListResult.Refused(Set.of(OfferRefusal.SKU_TAKEN)));
    }

    @Test
    void what_an_offer_cannot_be_is_refused_with_each_reason() {
        assertThat(refusals(Terms.of(usd(0), -1)))
                .containsExactlyInAnyOrder(OfferRefusal.PRICE_NOT_POSITIVE, OfferRefusal.QUANTITY_NEGATIVE);
        assertThat(refusals(Terms.of(usd(10_000_000_001L), 1_000_001)))
                .containsExactlyInAnyOrder(OfferRefusal.PRICE_TOO_HIGH, OfferRefusal.QUANTITY_TOO_HIGH);
        assertThat(refusals(Terms.of(Money.of(1_000, "KRW"), 1))).containsExactly(OfferRefusal.PRICE_IN_OTHER_CURRENCY);
        assertThat(refusals(PLAIN.with(new PriceLimits(usd(1_001), null))))
                .containsExactly(OfferRefusal.PRICE_BELOW_MINIMUM);
        assertThat(refusals(PLAIN.with(new PriceLimits(null, usd(999)))))
                .containsExactly(OfferRefusal.PRICE_ABOVE_MAXIMUM);
        assertThat(refusals(PLAIN.with(new PriceLimits(usd(2), usd(1)))))
                .containsExactly(OfferRefusal.MINIMUM_ABOVE_MAXIMUM);
        assertThat(refusals(PLAIN.with(new PriceLimits(usd(0), null)))).containsExactly(OfferRefusal.LIMIT_NOT_A_PRICE);
        assertThat(refusals(PLAIN.with(new Handling(0, 31)))).containsExactly(OfferRefusal.HANDLING_OUT_OF_RANGE);
        assertThat(refusals(PLAIN.with(new Handling(3, 2)))).containsExactly(OfferRefusal.HANDLING_REVERSED);
        assertThat(refusals(PLAIN.withNote("x".repeat(2_001)))).containsExactly(OfferRefusal.NOTE_TOO_LONG);
    }

    @Test
    void a_note_may_tell_of_wear_and_of_nothing_else() {
        assertThat(refusals(PLAIN.withNote("Light scratches on the lid, nothing missing")))
                .isEmpty();
        assertThat(refusals(PLAIN.withNote("Works, but the charger is missing")))
                .containsExactly(OfferRefusal.NOTE_REFUSED);
        assertThat(refusals(PLAIN.withNote("액정에 금이 갔습니다"))).containsExactly(OfferRefusal.NOTE_REFUSED);

        assertThat(offers.edit(
                        kettle.key(), new OfferEdit(null, null, null, null, "Handle is broken", null, null), "Nadia"))
                .isEqualTo(new EditResult.Refused(Set.of(OfferRefusal.NOTE_REFUSED)));
        assertThat(market.find(kettle.key()).terms().note()).isNull();
    }

    @Test
    void an_edit_is_judged_by_what_the_offer_would_be_then() {
        offers.edit(
                kettle.key(),
                new OfferEdit(null, new PriceLimits(usd(900), null), null, null, "Box opened", null, null),
                "Nadia");

        assertThat(offers.edit(kettle.key(), OfferEdit.price(usd(899)), "Nadia"))
                .isEqualTo(new EditResult.Refused(Set.of(OfferRefusal.PRICE_BELOW_MINIMUM)));
        assertThat(market.find(kettle.key()).price()).isEqualTo(usd(1_000));
        assertThat(offers.history(kettle.key()))
                .extracting(it -> it.field() + ": " + it.from() + " > " + it.to())
                .containsExactly("minimum:  > USD 9.00", "note:  > Box opened");
    }
}
