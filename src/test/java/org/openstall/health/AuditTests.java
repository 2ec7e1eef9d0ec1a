package org.openstall.health;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openstall.Differences;
import org.openstall.MarketFixture;
import org.openstall.OpenstallTest;
import org.openstall.kernel.SellerId;
import org.openstall.listings.Offer;
import org.openstall.ordering.Order;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Each test spoils the database and takes it back when it ends. */
@OpenstallTest
@Transactional
class AuditTests {
    @Autowired
    private MarketFixture market;

    @Autowired
    private TallyAudit tallies;

    @Autowired
    private FactsAudit facts;

    @Autowired
    private JdbcClient db;

    private Order order() {
        SellerId seller = market.seller("Audited");
        Offer offer = market.offer(seller, "LAMP", "A lamp", "20.00", 10);
        return market.order(market.buyer("Omar"), offer);
    }

    @Test
    void a_tally_that_is_off_by_one_is_named_with_seller_day_and_both_counts() {
        Order order = order();
        db.sql("update health.tally set orders = orders + 1 where seller_id = :seller and orders = 1")
                .param("seller", order.seller().value())
                .update();

        assertThat(Differences.of(tallies))
                .singleElement()
                .asString()
                .contains(order.seller().value(), "kept orders 2", "the facts say orders 1");
    }

    @Test
    void a_tally_of_a_seller_without_any_order_is_named() {
        Order order = order();
        SellerId nobody = market.seller("Nobody");
        db.sql("update health.tally set seller_id = :nobody where seller_id = :seller")
                .param("nobody", nobody.value())
                .param("seller", order.seller().value())
                .update();

        assertThat(Differences.of(tallies))
                .anySatisfy(it -> assertThat(it).contains(nobody.value(), "the facts say nothing"));
    }

    @Test
    void a_fact_that_differs_from_the_order_itself_is_named() {
        Order order = order();
        db.sql("update health.order_facts set units = 7 where seller_id = :seller")
                .param("seller", order.seller().value())
                .update();

        assertThat(Differences.of(facts))
                .singleElement()
                .asString()
                .contains(order.id().value(), "units=7", "units=1");
    }

    @Test
    void an_order_that_health_has_never_heard_of_is_named() {
        Order order = order();
        db.sql("delete from health.order_facts where seller_id = :seller")
                .param("seller", order.seller().value())
                .update();

        assertThat(Differences.of(facts))
                .anySatisfy(it -> assertThat(it).contains(order.id().value(), "kept null"));
    }
}
