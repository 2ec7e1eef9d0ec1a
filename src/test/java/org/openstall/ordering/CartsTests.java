package org.openstall.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openstall.OpenstallTest;
import org.openstall.kernel.BuyerId;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.Money;
import org.openstall.kernel.MovableClock;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.Sku;
import org.openstall.listings.OfferKey;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.marketplaces.Policy;
import org.springframework.beans.factory.annotation.Autowired;

@OpenstallTest
class CartsTests {
    private static final Instant NOON = Instant.parse("2026-06-08T19:00:00Z");

    @Autowired
    private Carts carts;

    @Autowired
    private Marketplaces marketplaces;

    @Autowired
    private MovableClock clock;

    private final BuyerId omar = new BuyerId(UUID.randomUUID());
    private final SellerId alder = SellerId.random();
    private final SellerId birch = SellerId.random();

    @BeforeEach
    void it_is_noon() {
        clock.stopAt(NOON);
    }

    private static OfferKey offer(SellerId seller, String sku) {
        return new OfferKey(seller, Marketplaces.US, new Sku(sku));
    }

    @Test
    void lines_come_in_the_order_in_which_they_were_added_whatever_they_are_called() {
        OfferKey kettle = offer(birch, "주전자 / 1.5 L");
        OfferKey pan = offer(alder, "PAN \"28\" {cm}");
        OfferKey lamp = offer(birch, "LAMP 1");

        carts.add(omar, kettle, 2, Money.of(4_990, "USD"));
        clock.stopAt(NOON.plusSeconds(1));
        carts.add(omar, pan, 1);
        clock.stopAt(NOON.plusSeconds(2));
        assertThat(carts.add(omar, lamp, 4, Money.of(1_000, "USD"))).isEqualTo(7);

        assertThat(carts.lines(omar, Marketplaces.US))
                .containsExactly(
                        new CartLine(kettle, 2, NOON, Money.of(4_990, "USD")),
                        new CartLine(pan, 1, NOON.plusSeconds(1), null),
                        new CartLine(lamp, 4, NOON.plusSeconds(2), Money.of(1_000, "USD")));
    }

    @Test
    void more_of_the_same_keeps_its_place_takes_the_price_seen_last_and_ends_at_what_one_line_may_have() {
        int most = marketplaces.policies(Marketplaces.US).whole(Policy.MAX_QUANTITY_PER_LINE);
        OfferKey kettle = offer(alder, "KETTLE");
        carts.add(omar, kettle, 2, Money.of(4_990, "USD"));
        clock.stopAt(NOON.plusSeconds(1));

        assertThat(carts.add(omar, kettle, 3, Money.of(5_100, "USD"))).isEqualTo(5);
        assertThat(carts.lines(omar, Marketplaces.US))
                .containsExactly(new CartLine(kettle, 5, NOON, Money.of(5_100, "USD")));

        assertThat(carts.add(omar, kettle, most, Money.of(5_100, "USD"))).isEqualTo(most);
        assertThat(carts.add(omar, offer(birch, "KETTLE"), most + 1, null)).isEqualTo(2 * most);
    }

    @Test
    void what_is_not_in_the_cart_can_be_neither_changed_nor_taken_out() {
        carts.set(omar, offer(alder, "LAMP"), 3);
        carts.add(omar, offer(alder, "KETTLE"), 2);

        carts.set(omar, offer(alder, "LAMP"), 3);
        carts.set(omar, offer(birch, "KETTLE"), 0);

        assertThat(carts.lines(omar, Marketplaces.US))
                .containsExactly(new CartLine(offer(alder, "KETTLE"), 2, NOON, null));
    }

    @Test
    void nothing_is_lost_when_a_buyer_adds_in_many_tabs_at_once() throws Exception {
        try (ExecutorService tabs = Executors.newFixedThreadPool(8)) {
            List<Callable<Integer>> clicks = new ArrayList<>();
            IntStream.range(0, 20).forEach(it -> {
                clicks.add(() -> carts.add(omar, offer(alder, "THE-SAME"), 1, null));
                clicks.add(() -> carts.add(omar, offer(birch, "OTHER-" + it), 1, null));
            });
            for (Future<Integer> click : tabs.invokeAll(clicks)) {
                click.get();
            }
        }

        assertThat(carts.lines(omar, Marketplaces.US))
                .hasSize(21)
                .contains(new CartLine(offer(alder, "THE-SAME"), 20, NOON, null));
    }

    @Test
    void each_marketplace_has_a_cart_of_its_own_and_all_come_along_at_signing_in() {
        MarketplaceId brazil = Marketplaces.BR;
        OfferKey kettle = offer(alder, "KETTLE");
        OfferKey chaleira = new OfferKey(alder, brazil, new Sku("KETTLE"));
        BuyerId visitor = new BuyerId(UUID.randomUUID());
        carts.add(visitor, kettle, 1);
        carts.add(visitor, chaleira, 2);
        carts.add(omar, kettle, 3);

        carts.merge(visitor, omar);

        assertThat(carts.lines(omar, Marketplaces.US)).containsExactly(new CartLine(kettle, 4, NOON, null));
        assertThat(carts.lines(omar, brazil)).containsExactly(new CartLine(chaleira, 2, NOON, null));
        assertThat(carts.lines(visitor, Marketplaces.US)).isEmpty();
        assertThat(carts.lines(visitor, brazil)).isEmpty();
    }
}
