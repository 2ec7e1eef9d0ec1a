package org.openstall.pages;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openstall.identity.SignedIn;
import org.openstall.kernel.BuyerId;
import org.openstall.marketplaces.Marketplace;

/**
 * Who asks, and how he wants to see things. Known from cookies and the session alone.
 *
 * @param shopper under which his cart is kept while he is not signed in, if he has one
 * @param wantsFragment whether htmx asks for a part of the page only
 */
public record Visitor(
        Language language,
        Marketplace marketplace,
        Theme theme,
        @Nullable SignedIn user,
        @Nullable BuyerId shopper,
        boolean wantsFragment) {

    public boolean isSignedIn() {
        return user != null;
    }

    /** The user as a buyer, or the owner of the cart of somebody who is not signed in; empty if he has no cart. */
    public Optional<BuyerId> buyer() {
        return user != null ? Optional.of(user.buyer()) : Optional.ofNullable(shopper);
    }
}
