package org.openstall.catalog;

import org.openstall.kernel.ProductId;

/** Takes the steps that follow an approval, for a test in whose program nothing happens by itself. */
public final class ProposalSteps {
    private ProposalSteps() {}

    public static ProductId follow(Proposals proposals, ProposalKey key) {
        ProductId made = proposals.makePage(key);
        proposals.settle(key, made);
        return made;
    }
}
