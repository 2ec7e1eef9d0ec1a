package org.openstall.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openstall.MarketFixture;
import org.openstall.OpenstallTest;
import org.openstall.kernel.Money;
import org.openstall.kernel.OrderId;
import org.openstall.kernel.Page;
import org.openstall.kernel.SellerId;
import org.openstall.listings.Gifts;
import org.openstall.listings.Offer;
import org.openstall.listings.OfferEdit;
import org.openstall.listings.Offers;
import org.openstall.marketplaces.Marketplaces;
import org.springframework.beans.factory.annotation.Autowired;

@OpenstallTest
class ListedOrderTests {
    @Autowired
    private MarketFixture market;

    @Autowired
    private Orders orders;

    @Autowired
    private Offers offers;

    @Autowired
    private GiftSettings gifts;

    private SellerId nadias;
    private Offer lamp;
    private Offer cup;
    private MarketFixture.Buyer omar;

    @BeforeEach
    void nadia_sells_lamps_and_cups() {
        nadias = market.seller("Nadia's Lights");
        lamp = market.offer(nadias, "LAMP", "A lamp", "20.00", 50);
        cup = market.offer(nadias, "CUP", "A cup", "5.50", 50);
        omar = market.buyer("Omar Haddad");
    }

    @Test
    void a_line_tells_what_the_order_is() {
        Order order = market.order(omar, lamp, 2, cup, 1);

        ListedOrder waiting = list(OrderTab.TO_SHIP, null, null, 10).items().getFirst();
        assertThat(waiting)
                .isEqualTo(new ListedOrder(
                        order.id(),
                        "Omar Haddad",
                        OrderStatus.UNSHIPPED,
                        order.orderedAt(),
                        order.shipBy(),
                        null,
                        order.total(),
                        order.lines().getFirst().title(),
                        2,
                        3,
                        false));

        market.ship(order);
        Order shipped = orders.get(nadias, order.id());
        assertThat(list(OrderTab.SHIPPED, null, null, 10).items().getFirst().movedAt())
                .isEqualTo(shipped.confirmedAt());

        market.deliver(shipped);
        assertThat(list(OrderTab.ALL, null, null, 10).items().getFirst().movedAt())
                .isEqualTo(orders.get(nadias, order.id()).deliveredAt());
    }

    @Test
    void a_wrapped_gift_is_told_with_what_wrapping_costs() {
        offers.edit(lamp.key(), new OfferEdit(null, null, null, null, null, new Gifts(true, true), null), "Nadia");
        gifts.save(nadias, Marketplaces.US, new GiftTerms(true, Money.of(300, "USD")));
        Order order = market.gift(omar, market.find(lamp.key()), new Gift("For you", Money.of(300, "USD")));

        ListedOrder line = list(OrderTab.ALL, null, null, 10).items().getFirst();
        assertThat(line.isGift()).isTrue();
        assertThat(line.total()).isEqualTo(order.total());
    }

    @Test
    void page_by_page_every_tab_and_search_names_the_orders_that_are_read_whole() {
        List<Order> placed = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            placed.add(market.order(i % 2 == 0 ? omar : market.buyer("Omara Said"), i % 3 == 0 ? lamp : cup));
        }
        market.ship(placed.get(1));
        market.ship(placed.get(4));
        orders.cancel(nadias, placed.get(2).id(), CancelReason.OUT_OF_STOCK);

        for (OrderTab tab : OrderTab.values()) {
            for (@Nullable
            String search : new @Nullable String[] {
                null, "omar", "OMARA", placed.get(4).id().value()
            }) {
                List<OrderId> whole = new ArrayList<>();
                String after = null;
                do {
                    Page<Order> page = orders.of(nadias, Marketplaces.US, tab, search, after, 2);
                    page.items().forEach(it -> whole.add(it.id()));
                    after = page.next();
                } while (after != null);
                List<OrderId> listed = new ArrayList<>();
                do {
                    Page<ListedOrder> page = list(tab, search, after, 2);
                    page.items().forEach(it -> listed.add(it.id()));
                    after = page.next();
                } while (after != null);
                assertThat(listed).as("%s, %s", tab, search).isEqualTo(whole);
            }
        }
        assertThat(list(OrderTab.ALL, null, null, 10).items()).hasSize(7);
        assertThat(list(OrderTab.TO_SHIP, null, null, 10).items()).hasSize(4);
        assertThat(list(OrderTab.SHIPPED, null, null, 10).items()).hasSize(2);
        assertThat(list(OrderTab.CANCELLED, null, null, 10).items()).hasSize(1);
        assertThat(list(OrderTab.ALL, "OMARA", null, 10).items()).hasSize(3);
    }

    private Page<ListedOrder> list(OrderTab tab, @Nullable String search, @Nullable String after, int size) {
        return orders.list(nadias, Marketplaces.US, tab, search, after, size);
    }
}
