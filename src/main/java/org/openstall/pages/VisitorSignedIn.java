package org.openstall.pages;

import org.jspecify.annotations.Nullable;
import org.openstall.kernel.BuyerId;

/**
 * Somebody signed in or up. {@code shopper} is the owner of the cart he may have filled before, which belongs to
 * {@code buyer} from now on.
 */
public record VisitorSignedIn(BuyerId buyer, @Nullable BuyerId shopper) {}
