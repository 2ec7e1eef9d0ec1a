package org.openstall.catalog;

import org.jspecify.annotations.Nullable;

/** Why a change is not even asked for. */
public sealed interface ChangeRefusal {
    /** The page says something else by now than what was seen. */
    record Stale(String now) implements ChangeRefusal {}

    /** The page says that already. */
    record Same() implements ChangeRefusal {}

    /** Another page has one of the codes: one of the two is wrong, or they are the same product. */
    record CodeTaken(Product by) implements ChangeRefusal {}

    record ReasonMissing() implements ChangeRefusal {}

    record ReasonTooLong(int most) implements ChangeRefusal {}

    /** The new value cannot be: one of the two says why. */
    record Unfit(@Nullable PageProblem page, @Nullable AttributeProblem attribute) implements ChangeRefusal {}
}
