package org.openstall.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SkuTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A",
                "LAMP-1",
                "red/blue lamp 3",
                "램프-1",
                "商品(大)",
                "é+&%\"'",
                "1234567890123456789012345678901234567890"
            })
    void a_sku_may_have_slashes_inner_spaces_and_letters_of_any_script(String sku) {
        assertThat(Sku.isValid(sku)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " LAMP",
                "LAMP ",
                "\u3000LAMP",
                "LAMP\u00a0",
                "LA\tMP",
                "LA\nMP",
                "LA\u0000MP",
                "LA\u200bMP",
                "LAMP💡",
                "12345678901234567890123456789012345678901"
            })
    void a_sku_is_refused_if_it_is_too_long_or_has_what_people_cannot_see_or_type(String sku) {
        assertThat(Sku.isValid(sku)).isFalse();
    }
}
