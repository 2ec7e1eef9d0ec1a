package org.openstall.sellerdesk;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.openstall.marketplaces.Marketplace;

/** What slips are printed on; millimetres. */
public enum Paper {
    A4(210, 297),
    LETTER(215.9f, 279.4f);

    private static final Set<String> LETTER_COUNTRIES = Set.of("US", "CA", "MX", "PH", "CL", "CO", "VE", "CR");

    private final float width;
    private final float height;

    Paper(float width, float height) {
        this.width = width;
        this.height = height;
    }

    float width() {
        return width;
    }

    float height() {
        return height;
    }

    /** As it is called in addresses. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of that name, or else the one that offices of the marketplace's country use. */
    static Paper of(String code, Marketplace marketplace) {
        return Arrays.stream(values())
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElse(LETTER_COUNTRIES.contains(marketplace.country()) ? LETTER : A4);
    }
}
