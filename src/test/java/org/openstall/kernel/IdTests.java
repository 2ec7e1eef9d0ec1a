package org.openstall.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "114-1234567-123456",
                "114-1234567-12345678",
                "1141-234567-1234567",
                "114_1234567_1234567",
                "114-12345a7-1234567",
                "114-1234567-123456٣",
                "114-1234567-1234567\n",
            })
    void what_is_no_order_id_is_refused(String value) {
        assertThat(OrderId.isValid(value)).isFalse();
        assertThatThrownBy(() -> new OrderId(value)).hasMessageContaining("Not an order id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "B0", "B01234567", "B0123456789", "A012345678", "B0abcdefgh", "B0 2345678", "B0ÄBCDEFGH"})
    void what_is_no_product_id_is_refused(String value) {
        assertThat(ProductId.isValid(value)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "A123456789012", "A12345678901234", "B1234567890123", "A12345678901-3"})
    void what_is_no_seller_id_is_refused(String value) {
        assertThat(SellerId.isValid(value)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ATVPDKIKX", "ATVPDKIKX0DERATVP", "atvpdkikx0der", "ATVPDKIKX-DER"})
    void what_is_no_marketplace_id_is_refused(String value) {
        assertThat(MarketplaceId.isValid(value)).isFalse();
    }

    @Test
    void new_ids_are_valid() {
        assertThat(ProductId.isValid(ProductId.random().value())).isTrue();
        assertThat(SellerId.isValid(SellerId.random().value())).isTrue();
        assertThat(MarketplaceId.isValid("ATVPDKIKX0DER")).isTrue();
        assertThat(OrderId.isValid("114-1234567-1234567")).isTrue();
    }
}
