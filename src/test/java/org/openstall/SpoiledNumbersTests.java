package org.openstall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.openstall.feedback.Feedback;
import org.openstall.feedback.FeedbackDesk;
import org.openstall.kernel.Audit;
import org.openstall.kernel.MovableClock;
import org.openstall.kernel.SellerId;
import org.openstall.ordering.Order;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Each test spoils the database and takes it back when it ends. */
@OpenstallTest
@Transactional
class SpoiledNumbersTests {
    private static final List<Spoiling> SPOILINGS = List.of(
            new Spoiling(
                    "Daily tallies of account health",
                    "update health.tally set orders = orders + 1 where seller_id = :seller and orders = 1",
                    "Seller SELLER in ATVPDKIKX0DER on 2026-06-01: kept orders 2",
                    "the facts say orders 1"),
            new Spoiling(
                    "Daily tallies of account health",
                    "update health.tally set seller_id = 'A0123456789ABC' where seller_id = :seller",
                    "Seller A0123456789ABC in",
                    "the facts say nothing"),
            new Spoiling(
                    "Facts of orders that account health is built on",
                    "update health.order_facts set units = 7 where seller_id = :seller",
                    "Order ORDER of seller SELLER: kept OrderFacts",
                    "units=7",
                    "units=1"),
            new Spoiling(
                    "Facts of orders that account health is built on",
                    "update health.opinion set stars = 5 where seller_id = :seller",
                    "Order ORDER of seller SELLER: kept OrderFacts",
                    "stars=5",
                    "stars=1"),
            new Spoiling(
                    "Facts of orders that account health is built on",
                    "delete from health.order_facts where seller_id = :seller",
                    "Order ORDER of seller SELLER: kept null"),
            new Spoiling(
                    "Facts of orders that account health is built on",
                    "update health.order_facts set order_id = '000-0000000-0000000' where seller_id = :seller",
                    "Health knows of 1 orders that do not exist"),
            new Spoiling(
                    "Facts of orders that account health is built on",
                    "update health.order_facts set order_day = order_day + 1 where seller_id = :seller",
                    "Order ORDER of seller SELLER: kept under Days"),
            new Spoiling(
                    "Facts of orders that account health is built on",
                    "update health.order_facts set ship_by_day = ship_by_day + 1 where seller_id = :seller",
                    "Order ORDER of seller SELLER: kept under Days"),
            new Spoiling(
                    "Facts of orders that account health is built on",
                    "update health.order_facts set promised_day = promised_day + 1 where seller_id = :seller",
                    "Order ORDER of seller SELLER: kept under Days"),
            new Spoiling(
                    "Ledger and payments",
                    "update payments.ledger_entry set amount_minor = amount_minor + 1 where seller_id = :seller"
                            + " and account = 'SELLER_RESERVE' and kind = 'ORDER_PLACED'",
                    "of seller SELLER is off balance by 1"),
            new Spoiling(
                    "Ledger and payments",
                    "update payments.payment set state = 'AUTHORIZED', captured_at = null where seller_id = :seller",
                    "Payment of order ORDER of seller SELLER is AUTHORIZED with 2499, but the ledger holds 0"),
            new Spoiling(
                    "Rankings of large inventories",
                    "update listings.ranking set quantity = quantity + 1 where seller_id = :seller",
                    "SKU LAMP of seller SELLER in ATVPDKIKX0DER: ranked as"),
            new Spoiling(
                    "Sales of the last 7 and 30 days of each offer",
                    "update listings.offer set sold_week = sold_week + 1 where seller_id = :seller",
                    "SKU LAMP of seller SELLER in ATVPDKIKX0DER: kept 2 and 1 units",
                    "the days say 1 and 1"),
            new Spoiling(
                    "Units sold of each SKU by day",
                    "update listings.sales_day set units = units + 1 where seller_id = :seller",
                    "SKU LAMP of seller SELLER in ATVPDKIKX0DER on 2026-06-01: 2 units counted; orders say 1"),
            new Spoiling(
                    "Units sold of each SKU by day",
                    "update listings.sales_day set day = day - 1 where seller_id = :seller",
                    "SKU LAMP of seller SELLER in ATVPDKIKX0DER on 2026-06-01: 0 units counted; orders say 1",
                    "SKU LAMP of seller SELLER in ATVPDKIKX0DER on 2026-05-31: 1 units counted; orders say 0"),
            new Spoiling(
                    "Progress of orders",
                    "update ordering.orders set status = 'SHIPPED', delivered_at = null where seller_id = :seller",
                    "Order ORDER of seller SELLER: kept Progress[status=SHIPPED",
                    "its packages say Progress[status=DELIVERED"),
            new Spoiling(
                    "Progress of orders",
                    "update ordering.orders set confirmed_at = confirmed_at + interval '1 s' where seller_id = :seller",
                    "Order ORDER of seller SELLER: kept Progress[status=DELIVERED, confirmedAt=2026-06-01T16:00:01Z",
                    "its packages say Progress[status=DELIVERED, confirmedAt=2026-06-01T16:00:00Z"),
            new Spoiling(
                    "Progress of orders",
                    "delete from fulfilment.package where seller_id = :seller",
                    "its packages say Progress[status=UNSHIPPED, confirmedAt=null, deliveredAt=null]"),
            new Spoiling(
                    "Progress of orders",
                    "insert into fulfilment.package_line (seller_id, order_id, package, line, quantity)"
                            + " select seller_id, order_id, 1, 2, 1 from ordering.orders where seller_id = :seller",
                    "its packages say Progress[status=PARTIALLY_SHIPPED, confirmedAt=null, deliveredAt=null]"),
            new Spoiling(
                    "Progress of orders",
                    "update ordering.orders set status = 'CANCELLED', confirmed_at = null, delivered_at = null,"
                            + " cancelled_at = ordered_at, cancel_reason = 'UNKNOWN' where seller_id = :seller",
                    "kept Progress[status=CANCELLED",
                    "its packages say Progress[status=DELIVERED"),
            new Spoiling(
                    "Payments of orders",
                    "update payments.payment set amount_minor = amount_minor + 1 where seller_id = :seller",
                    "Payment of order ORDER of seller SELLER: kept USD 25.00 CAPTURE_DUE;"
                            + " the order is DELIVERED with USD 24.99"),
            new Spoiling(
                    "Payments of orders",
                    "update payments.payment set state = 'RELEASED', captured_at = null where seller_id = :seller",
                    "Payment of order ORDER of seller SELLER: kept USD 24.99 RELEASED; the order is DELIVERED"),
            new Spoiling(
                    "Payments of orders",
                    "update payments.payment set order_id = '000-0000000-0000000' where seller_id = :seller",
                    "Payment of order ORDER of seller SELLER: kept none",
                    "There are 1 payments of orders that do not exist"),
            new Spoiling(
                    "Payments of orders",
                    "update ordering.orders set external_id = 'elsewhere' where seller_id = :seller",
                    "the order is DELIVERED with USD 24.99 and was placed elsewhere"),
            new Spoiling(
                    "Buyers' lists of their orders",
                    "update ordering.buyer_order set ordered_at = ordered_at - interval '1 s'"
                            + " where seller_id = :seller",
                    "Order ORDER in the list of buyer ",
                    "kept Listed[seller=SELLER, orderedAt=2026-06-01T15:59:59Z];"
                            + " the order itself says Listed[seller=SELLER, orderedAt=2026-06-01T16:00:00Z]"),
            new Spoiling(
                    "Buyers' lists of their orders",
                    "update ordering.buyer_order set order_id = '000-0000000-0000000' where seller_id = :seller",
                    "kept null; the order itself says",
                    "Buyers' lists have 1 orders that do not exist"),
            new Spoiling(
                    "Offers that feedback calls not as described",
                    "delete from listings.not_as_described where seller_id = :seller",
                    "SKU LAMP of seller SELLER in ATVPDKIKX0DER: feedback FEEDBACK that calls it not as described"
                            + " does not count, but is in force"),
            new Spoiling(
                    "Offers that feedback calls not as described",
                    "update feedback.feedback set as_described = true where seller_id = :seller",
                    "SKU LAMP of seller SELLER in ATVPDKIKX0DER: feedback FEEDBACK that calls it not as described"
                            + " counts, but is not in force"),
            new Spoiling(
                    "Offers that feedback calls not as described",
                    "update listings.not_as_described set sku = 'KETTLE' where seller_id = :seller",
                    "SKU LAMP of seller SELLER in ATVPDKIKX0DER: feedback FEEDBACK that calls it not as described"
                            + " does not count, but is in force",
                    "SKU KETTLE of seller SELLER in ATVPDKIKX0DER: feedback FEEDBACK that calls it not as described"
                            + " counts, but is not in force"));

    @Autowired
    private MarketFixture market;

    @Autowired
    private FeedbackDesk desk;

    @Autowired
    private MovableClock clock;

    @Autowired
    private List<Audit> audits;

    @Autowired
    private JdbcClient db;

    private SellerId seller;
    private Order order;
    private Feedback feedback;

    /** @param told what the audit then says, one after the other */
    private record Spoiling(String audit, String sql, List<String> told) {
        Spoiling(String audit, String sql, String... told) {
            this(audit, sql, List.of(told));
        }
    }

    @BeforeEach
    void an_order_is_shipped_delivered_and_judged_in_a_ranked_inventory() {
        clock.stopAt(MarketFixture.MONDAY);
        seller = market.seller("Audited");
        MarketFixture.Buyer omar = market.buyer("Omar");
        order = market.order(omar, market.offer(seller, "LAMP", "A lamp", "20.00", 10));
        market.ship(order);
        market.deliver(order);
        desk.leave(omar.id(), order.id(), 1, new Feedback.Answers(true, false, true), "Not blue.");
        feedback = desk.inForce(seller, order.id()).orElseThrow();
        db.sql("update listings.offer set ranked = true where seller_id = :seller")
                .param("seller", seller.value())
                .update();
    }

    @ParameterizedTest
    @FieldSource("SPOILINGS")
    void a_number_that_was_spoiled_is_named_with_what_it_should_be(Spoiling spoiling) {
        Audit audit = audits.stream()
                .filter(it -> it.name().equals(spoiling.audit()))
                .findFirst()
                .orElseThrow();
        assertThat(Differences.of(audit)).isEmpty();

        assertThat(db.sql(spoiling.sql()).param("seller", seller.value()).update())
                .isPositive();

        String told = String.join("\n", Differences.of(audit))
                .replace(seller.value(), "SELLER")
                .replace(order.id().value(), "ORDER")
                .replace(feedback.id().toString(), "FEEDBACK");
        assertThat(told).contains(spoiling.told());
    }

    @Test
    void no_audit_is_without_such_a_test() {
        assertThat(audits)
                .extracting(Audit::name)
                .containsExactlyInAnyOrderElementsOf(
                        SPOILINGS.stream().map(Spoiling::audit).collect(Collectors.toSet()));
    }
}
