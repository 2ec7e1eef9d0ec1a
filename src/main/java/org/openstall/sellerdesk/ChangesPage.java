package org.openstall.sellerdesk;

import org.openstall.kernel.Page;
import org.openstall.pages.View;

/** The corrections that a seller has asked for, the newest first. */
public record ChangesPage(Stall stall, Page<ShownChange> changes) implements View {}
