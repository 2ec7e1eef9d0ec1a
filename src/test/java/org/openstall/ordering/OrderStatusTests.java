package org.openstall.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderStatusTests {
    @ParameterizedTest
    @EnumSource
    void nothing_leads_back(OrderStatus status) {
        assertThat(status.next()).allSatisfy(it -> assertThat(it).isGreaterThanOrEqualTo(status));
    }

    @Test
    void only_what_has_not_shipped_at_all_can_be_cancelled() {
        assertThat(OrderStatus.CANCELLED.from()).containsExactly("UNSHIPPED");
    }

    @Test
    void only_what_is_wholly_on_its_way_can_be_delivered() {
        assertThat(OrderStatus.DELIVERED.from()).containsExactly("SHIPPED");
    }

    @Test
    void a_delivered_or_cancelled_order_stays_what_it_is() {
        assertThat(OrderStatus.DELIVERED.next()).isEmpty();
        assertThat(OrderStatus.CANCELLED.next()).isEmpty();
    }
}
