package org.openstall.sellerdesk;

import java.util.List;
import org.openstall.catalog.Proposal;
import org.openstall.pages.View;

/** What a seller has asked the operator to do in the catalogue. */
public record CataloguePage(Stall stall, List<Proposal> proposals) implements View {

    public CataloguePage {
        proposals = List.copyOf(proposals);
    }
}
