package org.openstall.shipping;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is shipped, as far as it matters to what shipping costs. */
public enum Goods {
    /** Books, music, video and DVD, which post offices carry for less. */
    MEDIA,
    OTHER;

    private static final Set<String> MEDIA_TYPES = Set.of("BOOK", "MUSIC", "VIDEO", "DVD");

    /** @param productType the code of the product's type, if it has one */
    public static Goods of(@Nullable String productType) {
        return productType != null && MEDIA_TYPES.contains(productType) ? MEDIA : OTHER;
    }
}
