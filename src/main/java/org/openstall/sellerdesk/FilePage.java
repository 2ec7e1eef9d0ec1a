package org.openstall.sellerdesk;

import org.openstall.pages.View;

/** One file: how it stands, what it asks, what was refused and why. */
public record FilePage(Stall stall, FileStatus file) implements View {}
