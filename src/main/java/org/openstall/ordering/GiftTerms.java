package org.openstall.ordering;

import org.jspecify.annotations.Nullable;
import org.openstall.kernel.Money;

/**
 * What a seller does for presents; which of his offers it holds for, each offer says.
 *
 * @param offered whether he does anything at all
 * @param wrap what wrapping one unit costs, possibly nothing; null if he does not wrap
 */
public record GiftTerms(boolean offered, @Nullable Money wrap) {
    public static final GiftTerms NONE = new GiftTerms(false, null);
}
