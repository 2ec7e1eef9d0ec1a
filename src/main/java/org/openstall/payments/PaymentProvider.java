package org.openstall.payments;

import org.openstall.kernel.Money;

/**
 * A company that moves buyers' money. Each call may be repeated with the same key or reference, after a crash or
 * a time-out, and then does nothing a second time.
 */
public interface PaymentProvider {

    /** Holds the amount on the card. The hold lapses by itself if it is never captured. */
    AuthorizationResult authorize(String idempotencyKey, Money amount, Card card);

    /** Takes an amount that is held, or a part of it for one of several orders; the key names the order. */
    void capture(String idempotencyKey, String reference, Money amount);

    /** Lets go of what is held and not yet captured. */
    void release(String reference);
}
