package org.openstall.payments;

import java.time.YearMonth;

/** A payment card as the buyer typed it. Passed on to the provider, never stored and never printed. */
public record Card(String number, YearMonth expires, String holder) {

    public Card {
        number = number.replaceAll("[\\s-]", "");
    }

    /** What may be shown and kept of it: the last four digits. */
    public String label() {
        return "•••• " + number.substring(Math.max(0, number.length() - 4));
    }

    @Override
    public String toString() {
        return label();
    }
}
