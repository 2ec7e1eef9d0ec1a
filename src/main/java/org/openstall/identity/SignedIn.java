package org.openstall.identity;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.BuyerId;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.UserId;

/** Who is signed in, as the session remembers it. */
public record SignedIn(
        UserId user, String email, String name, @Nullable SellerId seller, boolean operator) implements Serializable {

    /** Every user is also a buyer, under the same id. */
    public BuyerId buyer() {
        return new BuyerId(user.value());
    }
}
