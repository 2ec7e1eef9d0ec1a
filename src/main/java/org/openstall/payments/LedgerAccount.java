package org.openstall.payments;

/** Whose money it is. Positive amounts are what others owe the marketplace, negative ones what it owes. */
public enum LedgerAccount {
    /** Held on buyers' cards, not yet taken. */
    BUYER_RECEIVABLE,
    /** Taken from buyers. */
    CASH,
    /** The seller's, once the order has shipped. */
    SELLER_RESERVE,
    /** The seller's, due to him. */
    SELLER_BALANCE
}
