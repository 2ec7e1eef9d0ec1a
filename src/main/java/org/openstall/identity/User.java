package org.openstall.identity;

import org.jspecify.annotations.Nullable;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.UserId;

/**
 * A person with an account. Everybody can buy; some belong to a seller's business, some operate the marketplace.
 * {@code language} is the one chosen by the person, as a tag such as {@code zh-TW}.
 */
public record User(
        UserId id,
        String email,
        String name,
        @Nullable SellerId seller,
        boolean operator,
        @Nullable String language) {

    public SignedIn signedIn() {
        return new SignedIn(id, email, name, seller, operator);
    }
}
