package org.openstall.listings;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openstall.catalog.ProposalAccepted;
import org.openstall.shipping.Templates;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lists what a seller wants to sell on the page he proposed, as soon as there is one. */
@Component
class ProposedOffers {
    private static final Logger LOG = LoggerFactory.getLogger(ProposedOffers.class);

    private final Offers offers;
    private final Templates templates;

    ProposedOffers(Offers offers, Templates templates) {
        this.offers = offers;
        this.templates = templates;
    }

    /** A SKU that is taken by now stays as it is; the page of the proposal leads to the form. */
    @EventListener
    void on(ProposalAccepted event) {
        if (event.offer() != null) {
            ProposedOffer proposed = ProposedOffer.parse(event.offer());
            NewOffer offer = proposed.on(event.proposal().seller(), event.product());
            switch (offers.list(offer, event.proposedBy())) {
                case ListResult.Listed listed -> shipBy(offer.key(), proposed.shippingTemplate(), event.proposedBy());
                case ListResult.Refused refused ->
                    LOG.info("The offer of proposal {} is not listed: {}", event.proposal(), refused.reasons());
            }
        }
    }

    /** By the default if the seller has no such template any more. */
    private void shipBy(OfferKey key, @Nullable UUID template, String changedBy) {
        if (template != null && templates.find(key.seller(), template).isPresent()) {
            offers.shipBy(key, template, changedBy);
        }
    }
}
