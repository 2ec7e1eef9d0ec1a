package org.openstall.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrackingLinkTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://track.example.com/?n=12345",
                " https://parcels.example.co.kr/배송?번호=1 ",
                "HTTPS://example.com:443/a/b#c"
            })
    void a_page_of_a_public_host_is_fine(String text) {
        assertThat(TrackingLink.read(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http://track.example.com/1",
                "javascript:alert(1)",
                "https://",
                "https://localhost/track",
                "https://127.0.0.1/track",
                "https://[::1]/track",
                "https://omar:secret@example.com/",
                "https://example.com:8443/",
                "https://exa mple.com/",
                "//track.example.com/1",
                "track.example.com/1"
            })
    void anything_else_is_not(String text) {
        assertThat(TrackingLink.read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 5_000})
    void neither_is_one_that_is_too_long(int length) {
        assertThat(TrackingLink.read("https://example.com/" + "a".repeat(length)))
                .isEmpty();
    }
}
