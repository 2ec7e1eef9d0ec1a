package org.openstall.operatordesk;

import org.jspecify.annotations.Nullable;
import org.openstall.catalog.Product;
import org.openstall.kernel.Page;
import org.openstall.pages.View;

/**
 * A change request to decide on.
 *
 * @param now what the page says at this moment
 * @param conflict another page that has the code which this one should have
 * @param history all requests that concern the page
 * @param problem what kept a decision from being made
 */
public record ChangePage(
        ShownChange change,
        String now,
        @Nullable Product conflict,
        Page<ShownChange> history,
        String reason,
        @Nullable Problem problem)
        implements View {

    /** Why a decision was not made. */
    public enum Problem {
        REASON_MISSING,
        REASON_TOO_LONG,
        CODE_TAKEN,
        /** Somebody else has decided, or the page says something else by now. */
        CHANGED_MEANWHILE
    }

    @Override
    public int status() {
        return problem == null ? 200 : problem == Problem.CHANGED_MEANWHILE ? 409 : 422;
    }

    /** Whether the page says something else than when the seller asked. */
    public boolean movedOn() {
        return change.request().decision() == null
                && !now.equals(change.request().from());
    }
}
