package org.openstall.sellerdesk;

import java.util.Locale;

/** Constants in keys of texts and in addresses. */
final class Names {
    private Names() {}

    static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
