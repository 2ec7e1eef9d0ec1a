package org.openstall.catalog;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** What follows from an approval, one home after the other; each step bears being told twice. */
@Component
class ProposalOutcome {
    private final Proposals proposals;

    ProposalOutcome(Proposals proposals) {
        this.proposals = proposals;
    }

    @ApplicationModuleListener
    void on(ProposalApproved event) {
        proposals.makePage(event.proposal());
    }

    @ApplicationModuleListener
    void on(ProposalPageMade event) {
        proposals.settle(event.proposal(), event.product());
    }
}
