package org.openstall.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeKeyTests {

    @Test
    void a_key_is_read_as_it_was_written() {
        TimeKey key = new TimeKey(Instant.parse("2026-11-21T10:15:30.000001Z"), "123-1234567_1234567");

        assertThat(TimeKey.parse(key.toString(), TimeKey.NEWEST)).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "_",
                "yesterday_1",
                "2026-11-21T10:15:30Z",
                "+1000000000-12-31T23:59:59Z_1",
                "-1000000000-01-01T00:00:00Z_1",
                "99999-01-01T00:00:00Z_1"
            })
    void what_is_no_key_leads_to_the_beginning(String text) {
        assertThat(TimeKey.parse(text, TimeKey.NEWEST)).isEqualTo(TimeKey.NEWEST);
    }

    @Test
    void no_text_leads_to_the_beginning() {
        assertThat(TimeKey.parse(null, TimeKey.OLDEST)).isEqualTo(TimeKey.OLDEST);
    }
}
