package org.openstall.listings;

import java.time.LocalDate;
import org.openstall.kernel.Sku;

/** Names a day in the life of one of a seller's SKUs. */
public record SalesDay(Sku sku, LocalDate day) {}
