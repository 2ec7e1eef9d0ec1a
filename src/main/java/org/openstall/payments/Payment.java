package org.openstall.payments;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.Money;
import org.openstall.kernel.OrderId;
import org.openstall.kernel.SellerId;

/** What a buyer pays for one order. {@code label} names the means of payment as a person may see it. */
public record Payment(
        SellerId seller,
        OrderId order,
        Money amount,
        String label,
        State state,
        Instant authorizedAt,
        @Nullable Instant capturedAt) {

    /** Where the money is. */
    public enum State {
        AUTHORIZED,
        /** Due because the order has shipped; the provider has not confirmed yet. */
        CAPTURE_DUE,
        CAPTURED,
        RELEASED
    }
}
