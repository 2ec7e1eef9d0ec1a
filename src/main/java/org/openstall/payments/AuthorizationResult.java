package org.openstall.payments;

/** What a payment provider says to a card and an amount. */
public sealed interface AuthorizationResult {

    /** The amount is held. {@code reference} is the provider's name for it, {@code label} what a person may see. */
    record Authorized(String reference, String label) implements AuthorizationResult {}

    record Declined(Reason reason) implements AuthorizationResult {}

    /** Why a card is declined, as far as the buyer may know. */
    enum Reason {
        NUMBER_INVALID,
        EXPIRED,
        DECLINED,
        INSUFFICIENT_FUNDS
    }
}
