package org.openstall.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderIdTests {
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    @Test
    void ids_made_in_one_second_begin_alike_and_are_not_the_same() {
        var ids = IntStream.range(0, 1_000)
                .mapToObj(it -> OrderId.create(NOON).value())
                .collect(Collectors.toSet());

        assertThat(ids).hasSize(1_000);
        assertThat(ids)
                .extracting(it -> it.substring(0, 8))
                .containsOnly(OrderId.create(NOON).value().substring(0, 8));
    }

    @Test
    void a_later_id_sorts_after_an_earlier_one() {
        assertThat(OrderId.create(NOON.plusSeconds(1)).value())
                .isGreaterThan(OrderId.create(NOON).value());
    }

    @Test
    void any_instant_makes_an_id() {
        assertThat(OrderId.isValid(OrderId.create(Instant.EPOCH.minus(Duration.ofDays(40_000)))
                        .value()))
                .isTrue();
        assertThat(OrderId.create(Instant.EPOCH).value()).startsWith("000-0000");
    }
}
