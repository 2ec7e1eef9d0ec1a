package org.openstall.operatordesk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openstall.marketplaces.Marketplace;
import org.openstall.marketplaces.PolicyChange;
import org.openstall.pages.View;

/**
 * One policy of a marketplace, the form that changes it, and its history.
 *
 * @param typed what the person typed, or the value in force
 * @param problem what keeps the change from being made, null while nothing was sent
 */
public record PolicyPage(
        PolicyLine line,
        String typed,
        String reason,
        @Nullable Problem problem,
        List<PolicyChange> history) implements View {
    static final int LONGEST_REASON = 500;

    public PolicyPage {
        history = List.copyOf(history);
    }

    /** Why a change was not made. */
    public enum Problem {
        VALUE,
        REASON_MISSING,
        REASON_TOO_LONG,
        CHANGED_MEANWHILE
    }

    @Override
    public int status() {
        return problem == null ? 200 : problem == Problem.CHANGED_MEANWHILE ? 409 : 422;
    }

    @Override
    public Marketplace place() {
        return line.place();
    }

    public int longestReason() {
        return LONGEST_REASON;
    }
}
