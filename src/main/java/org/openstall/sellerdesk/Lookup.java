package org.openstall.sellerdesk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openstall.catalog.Gtin;

/**
 * What became of what a seller typed to find a product.
 *
 * @param notice the key of what to tell about it, such as a wrong check digit, with its arguments
 * @param corrected the code as it probably should be
 * @param code the code that was read and that no page has
 */
public record Lookup(
        List<ProductMatch> matches,
        @Nullable String notice,
        List<String> arguments,
        @Nullable String corrected,
        @Nullable Gtin code) {

    public Lookup {
        matches = List.copyOf(matches);
        arguments = List.copyOf(arguments);
    }

    static Lookup of(List<ProductMatch> matches) {
        return new Lookup(matches, null, List.of(), null, null);
    }

    static Lookup unknown(Gtin code) {
        return new Lookup(List.of(), "desk.add.notice.unknown-code", List.of(code.printed()), null, code);
    }

    static Lookup unknownProduct(String id) {
        return new Lookup(List.of(), "desk.add.notice.unknown-id", List.of(id), null, null);
    }

    static Lookup wrongDigit(String typed, String corrected) {
        return new Lookup(
                List.of(),
                "desk.add.notice.check-digit",
                List.of(typed, corrected.substring(corrected.length() - 1), corrected),
                corrected,
                null);
    }

    Lookup telling(String key, String argument) {
        return new Lookup(matches, key, List.of(argument), null, code);
    }
}
