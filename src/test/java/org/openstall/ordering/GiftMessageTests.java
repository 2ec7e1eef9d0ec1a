package org.openstall.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class GiftMessageTests {
    @Test
    void a_message_keeps_its_lines_and_loses_the_blanks_at_their_ends() {
        Gift gift = new Gift(" Happy birthday, \r\n\r\n  Maya!\t\u2028Omar ", null);

        assertThat(gift.lines()).containsExactly("Happy birthday,", "", "  Maya!", "Omar");
    }

    @Test
    @Timeout(60)
    void a_million_blanks_are_read_in_one_go() {
        Gift gift = new Gift("x" + " ".repeat(1_000_000) + "y", null);

        assertThat(gift.problem()).contains(Gift.Problem.TOO_LONG);
    }
}
