package org.openstall.sellerdesk;

import org.openstall.catalog.Proposal;
import org.openstall.kernel.Page;
import org.openstall.pages.View;

/** What a seller has asked the operator to do in the catalogue, the newest first. */
public record CataloguePage(Stall stall, Page<Proposal> proposals) implements View {}
