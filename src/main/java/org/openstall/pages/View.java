package org.openstall.pages;

import org.jspecify.annotations.Nullable;
import org.openstall.marketplaces.Marketplace;

/**
 * What a controller returns: a public record with all that its template shows. The template of
 * {@code org.openstall.storefront.ProductPage} is {@code src/main/jte/storefront/ProductPage.jte}; it gets the
 * record as {@code page} and the {@link Frame} as {@code frame}.
 */
public interface View {

    /** The status of the answer; 422 for a form that was refused. */
    default int status() {
        return 200;
    }

    /** By whose clock its times are told; null for that of the marketplace that the visitor has chosen. */
    default @Nullable Marketplace place() {
        return null;
    }
}
