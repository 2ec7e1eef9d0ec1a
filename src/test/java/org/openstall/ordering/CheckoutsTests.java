package org.openstall.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.openstall.Differences;
import org.openstall.MarketFixture;
import org.openstall.OpenstallTest;
import org.openstall.kernel.Audit;
import org.openstall.kernel.BuyerId;
import org.openstall.kernel.Money;
import org.openstall.kernel.OrderId;
import org.openstall.kernel.SellerId;
import org.openstall.listings.Offer;
import org.openstall.listings.OfferEdit;
import org.openstall.listings.Offers;
import org.openstall.listings.Take;
import org.openstall.listings.TakeResult;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.payments.AuthorizationResult;
import org.openstall.payments.Card;
import org.openstall.payments.Payment;
import org.openstall.payments.Payments;
import org.springframework.beans.factory.annotation.Autowired;

@OpenstallTest
class CheckoutsTests {
    private static final Card DECLINED =
            new Card("4000 0000 0000 0002", MarketFixture.GOOD_CARD.expires(), "Omar Haddad");

    @Autowired
    private MarketFixture market;

    @Autowired
    private Carts carts;

    @Autowired
    private Checkouts checkouts;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private Orders orders;

    @Autowired
    private Offers offers;

    @Autowired
    private Payments payments;

    @Autowired
    private List<Audit> audits;

    private final MarketFixture.Buyer omar = new MarketFixture.Buyer(new BuyerId(UUID.randomUUID()), "Omar Haddad");

    private Checkout checkout(MarketFixture.Buyer buyer, Card card, Take... seen) {
        for (Take take : seen) {
            carts.set(buyer.id(), take.offer(), 0);
            carts.add(buyer.id(), take.offer(), take.quantity());
        }
        return new Checkout(
                UUID.randomUUID(),
                buyer.id(),
                buyer.name(),
                Marketplaces.US,
                List.of(seen),
                deliveries.cheapest(market.us(), MarketFixture.address(buyer.name()), List.of(seen)),
                MarketFixture.address(buyer.name()),
                card);
    }

    private static Take take(Offer offer, int quantity) {
        return new Take(offer.key(), quantity, offer.price());
    }

    private int left(Offer offer) {
        return market.find(offer.key()).quantity();
    }

    @Test
    void a_cart_over_two_sellers_becomes_two_paid_orders_and_an_empty_cart() {
        Offer lamp = market.offer(market.seller("Lights"), "LAMP", "A lamp", "20.00", 3);
        Offer cup = market.offer(market.seller("Cups"), "CUP", "A cup", "5.50", 3);

        CheckoutResult result = checkouts.place(checkout(omar, MarketFixture.GOOD_CARD, take(lamp, 1), take(cup, 2)));

        assertThat(result).isInstanceOfSatisfying(CheckoutResult.Placed.class, placed -> {
            assertThat(placed.orders()).hasSize(2);
            assertThat(placed.orders().stream()
                            .map(it -> orders.get(omar.id(), it))
                            .map(it -> it.items().toString()))
                    .containsExactlyInAnyOrder("USD 20.00", "USD 11.00");
            assertThat(placed.orders()).allSatisfy(it -> {
                Order order = orders.get(omar.id(), it);
                assertThat(payments.of(order.seller(), it)).hasValueSatisfying(payment -> {
                    assertThat(payment.amount()).isEqualTo(order.total());
                    assertThat(payment.state()).isEqualTo(Payment.State.AUTHORIZED);
                });
            });
        });
        assertThat(carts.lines(omar.id(), Marketplaces.US)).isEmpty();
        assertThat(left(lamp)).isEqualTo(2);
        assertThat(left(cup)).isEqualTo(1);
    }

    @Test
    void the_same_checkout_sent_again_gives_the_same_orders() {
        Offer lamp = market.offer(market.seller("Lights"), "LAMP", "A lamp", "20.00", 3);
        Checkout checkout = checkout(omar, MarketFixture.GOOD_CARD, take(lamp, 1));

        CheckoutResult first = checkouts.place(checkout);
        carts.add(omar.id(), lamp.key(), 1);
        CheckoutResult again = checkouts.place(checkout);

        assertThat(again).isEqualTo(first);
        assertThat(left(lamp)).isEqualTo(2);
    }

    @Test
    void the_same_checkout_sent_again_with_a_card_that_is_declined_or_an_empty_cart_is_placed_all_the_same() {
        Offer lamp = market.offer(market.seller("Lights"), "LAMP", "A lamp", "20.00", 3);
        Checkout checkout = checkout(omar, MarketFixture.GOOD_CARD, take(lamp, 1));
        CheckoutResult first = checkouts.place(checkout);

        assertThat(checkouts.place(again(checkout, checkout.seen(), DECLINED))).isEqualTo(first);
        assertThat(checkouts.place(again(checkout, List.of(), MarketFixture.GOOD_CARD)))
                .isEqualTo(first);
        assertThat(left(lamp)).isEqualTo(2);
    }

    private static Checkout again(Checkout checkout, List<Take> seen, Card card) {
        return new Checkout(
                checkout.id(),
                checkout.buyer(),
                checkout.buyerName(),
                checkout.marketplace(),
                seen,
                checkout.chosen(),
                checkout.shippingSeen(),
                checkout.shipTo(),
                card);
    }

    @Test
    void the_same_checkout_sent_ten_times_at_once_is_placed_once() throws Exception {
        Offer lamp = market.offer(market.seller("Lights"), "LAMP", "A lamp", "20.00", 30);
        Checkout checkout = checkout(omar, MarketFixture.GOOD_CARD, take(lamp, 1));

        List<CheckoutResult> results = atOnce(10, () -> checkouts.place(checkout));

        assertThat(new HashSet<>(results)).hasSize(1);
        assertThat(left(lamp)).isEqualTo(29);
    }

    @Test
    void a_price_that_has_changed_is_named_and_nothing_is_ordered() {
        Offer lamp = market.offer(market.seller("Lights"), "LAMP", "A lamp", "20.00", 3);
        Checkout checkout = checkout(omar, MarketFixture.GOOD_CARD, take(lamp, 1));
        Money dearer = Money.of(25_00, "USD");
        offers.edit(lamp.key(), OfferEdit.price(dearer), "Nadia");

        CheckoutResult result = checkouts.place(checkout);

        assertThat(result)
                .isEqualTo(new CheckoutResult.OffersChanged(Map.of(lamp.key(), new TakeResult.PriceChanged(dearer))));
        assertThat(left(lamp)).isEqualTo(3);
        assertThat(carts.lines(omar.id(), Marketplaces.US)).hasSize(1);
        assertThat(orders.of(omar.id(), null, 10).items()).isEmpty();
    }

    @Test
    void of_two_lines_one_is_sold_out_and_neither_is_taken() {
        Offer lamp = market.offer(market.seller("Lights"), "LAMP", "A lamp", "20.00", 3);
        Offer cup = market.offer(market.seller("Cups"), "CUP", "A cup", "5.50", 1);

        CheckoutResult result = checkouts.place(checkout(omar, MarketFixture.GOOD_CARD, take(lamp, 1), take(cup, 2)));

        assertThat(result).isEqualTo(new CheckoutResult.OffersChanged(Map.of(cup.key(), new TakeResult.TooFew(1))));
        assertThat(left(lamp)).isEqualTo(3);
    }

    @Test
    void a_cart_changed_in_another_tab_is_not_ordered() {
        Offer lamp = market.offer(market.seller("Lights"), "LAMP", "A lamp", "20.00", 3);
        Checkout checkout = checkout(omar, MarketFixture.GOOD_CARD, take(lamp, 1));
        carts.add(omar.id(), lamp.key(), 1);

        assertThat(checkouts.place(checkout)).isEqualTo(new CheckoutResult.CartChanged());
        assertThat(left(lamp)).isEqualTo(3);
    }

    @Test
    void a_declined_card_orders_nothing_and_another_card_then_does() {
        Offer lamp = market.offer(market.seller("Lights"), "LAMP", "A lamp", "20.00", 3);
        Card mistyped = new Card("4242 4242 4242 4243", MarketFixture.GOOD_CARD.expires(), "Omar");

        assertThat(checkouts.place(checkout(omar, DECLINED, take(lamp, 1))))
                .isEqualTo(new CheckoutResult.PaymentDeclined(AuthorizationResult.Reason.DECLINED));
        assertThat(checkouts.place(checkout(omar, mistyped, take(lamp, 1))))
                .isEqualTo(new CheckoutResult.PaymentDeclined(AuthorizationResult.Reason.NUMBER_INVALID));
        assertThat(left(lamp)).isEqualTo(3);
        assertThat(checkouts.place(checkout(omar, MarketFixture.GOOD_CARD, take(lamp, 1))))
                .isInstanceOf(CheckoutResult.Placed.class);
    }

    @Test
    void a_thousand_buyers_at_once_buy_exactly_the_last_hundred_units() throws Exception {
        SellerId seller = market.seller("Sale");
        Offer lamp = market.offer(seller, "LAMP", "A lamp", "20.00", 100);

        List<CheckoutResult> results = atOnce(1_000, () -> {
            MarketFixture.Buyer buyer = market.buyer("Anybody");
            return checkouts.place(checkout(buyer, MarketFixture.GOOD_CARD, take(lamp, 1)));
        });

        Set<OrderId> placed = new HashSet<>();
        results.stream()
                .filter(CheckoutResult.Placed.class::isInstance)
                .forEach(it -> placed.addAll(((CheckoutResult.Placed) it).orders()));
        assertThat(placed).hasSize(100);
        assertThat(results)
                .filteredOn(it -> !(it instanceof CheckoutResult.Placed))
                .hasSize(900);
        assertThat(left(lamp)).isZero();
        assertThat(orders.backlog(seller, Marketplaces.US).orders()).isEqualTo(100);
        assertThat(audits).allSatisfy(it -> assertThat(Differences.of(it)).isEmpty());
    }

    @Test
    void carts_over_the_same_sellers_in_any_order_never_wait_in_a_circle() throws Exception {
        Offer lamp = market.offer(market.seller("Lights"), "LAMP", "A lamp", "20.00", 1_000);
        Offer cup = market.offer(market.seller("Cups"), "CUP", "A cup", "5.50", 1_000);

        List<CheckoutResult> results = atOnce(200, () -> {
            boolean turned = Thread.currentThread().threadId() % 2 == 0;
            return checkouts.place(checkout(
                    market.buyer("Anybody"),
                    MarketFixture.GOOD_CARD,
                    take(turned ? cup : lamp, 1),
                    take(turned ? lamp : cup, 1)));
        });

        assertThat(results).allSatisfy(it -> assertThat(it).isInstanceOf(CheckoutResult.Placed.class));
        assertThat(left(lamp)).isEqualTo(800);
    }

    @Test
    void a_cancelled_order_puts_its_units_back_and_lets_go_of_the_money() {
        Offer lamp = market.offer(market.seller("Lights"), "LAMP", "A lamp", "20.00", 3);
        Order order = market.order(omar, lamp);

        orders.cancel(order.seller(), order.id(), CancelReason.BUYER_REQUEST);

        assertThat(left(lamp)).isEqualTo(3);
        assertThat(payments.of(order.seller(), order.id()))
                .hasValueSatisfying(it -> assertThat(it.state()).isEqualTo(Payment.State.RELEASED));
    }

    private static <T> List<T> atOnce(int times, Callable<T> task) throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(12)) {
            List<Callable<T>> tasks = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                tasks.add(task);
            }
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(tasks)) {
                results.add(result.get());
            }
            return results;
        }
    }
}
