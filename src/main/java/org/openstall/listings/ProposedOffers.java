package org.openstall.listings;

import org.openstall.catalog.ProposalAccepted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lists what a seller wants to sell on the page he proposed, as soon as there is one. */
@Component
class ProposedOffers {
    private static final Logger LOG = LoggerFactory.getLogger(ProposedOffers.class);

    private final Offers offers;

    ProposedOffers(Offers offers) {
        this.offers = offers;
    }

    /** A SKU that is taken by now stays as it is; the page of the proposal leads to the form. */
    @EventListener
    void on(ProposalAccepted event) {
        if (event.offer() != null) {
            NewOffer offer =
                    ProposedOffer.parse(event.offer()).on(event.proposal().seller(), event.product());
            if (offers.list(offer, event.proposedBy()) instanceof ListResult.Refused refused) {
                LOG.info("The offer of proposal {} is not listed: {}", event.proposal(), refused.reasons());
            }
        }
    }
}
