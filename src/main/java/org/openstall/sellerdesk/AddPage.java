package org.openstall.sellerdesk;

import org.jspecify.annotations.Nullable;
import org.openstall.pages.View;

/** Finds the product that a seller wants to sell; {@code lookup} is null until he has typed something. */
public record AddPage(Stall stall, String query, @Nullable Lookup lookup) implements View {}
