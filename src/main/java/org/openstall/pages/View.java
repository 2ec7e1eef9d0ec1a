package org.openstall.pages;

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
}
