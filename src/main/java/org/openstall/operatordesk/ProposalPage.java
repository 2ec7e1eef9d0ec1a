package org.openstall.operatordesk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openstall.catalog.Product;
import org.openstall.catalog.ProductSheet;
import org.openstall.catalog.Proposal;
import org.openstall.pages.View;

/**
 * A proposal to decide on.
 *
 * @param same pages that may be the same product
 * @param problem what kept a decision from being made
 */
public record ProposalPage(
        Proposal proposal,
        String seller,
        String category,
        String type,
        ProductSheet sheet,
        List<Product> same,
        String into,
        String reason,
        @Nullable Problem problem)
        implements View {
    static final int LONGEST_REASON = 1_000;

    public ProposalPage {
        same = List.copyOf(same);
    }

    /** Why a decision was not made. */
    public enum Problem {
        CODE_TAKEN,
        NO_SUCH_PAGE,
        REASON_MISSING,
        REASON_TOO_LONG,
        DECIDED_MEANWHILE
    }

    @Override
    public int status() {
        return problem == null ? 200 : problem == Problem.DECIDED_MEANWHILE ? 409 : 422;
    }

    public String path() {
        return "/operator/catalogue/proposals/" + proposal.key().seller() + '/'
                + proposal.key().id();
    }
}
