package org.openstall.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.openstall.listings.Handling;

class AchievedTests {
    @Test
    void who_takes_longer_than_may_be_promised_is_told_to_promise_the_most() {
        Achieved slow = Achieved.of(Collections.nCopies(20, new Achieved.Span(2, 41)));

        assertThat(slow.most()).isEqualTo(41);
        assertThat(slow.suggestion()).hasValue(Handling.MOST_DAYS);
    }

    @Test
    void who_promises_the_most_and_takes_longer_is_told_nothing() {
        Achieved slow = Achieved.of(Collections.nCopies(20, new Achieved.Span(Handling.MOST_DAYS, 41)));

        assertThat(slow.suggestion()).isEmpty();
    }
}
