package org.openstall.sellerdesk;

import org.openstall.kernel.Page;
import org.openstall.pages.View;

/** A seller's change request, what became of it, and his others of the same page. */
public record ChangePage(Stall stall, ShownChange change, Page<ShownChange> history) implements View {}
