package org.openstall.listings;

import java.util.UUID;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.SellerId;

/**
 * Many changes of one seller's offers that appear at once.
 *
 * @param file what brings them; its rows are staged under this id, and the history names it
 * @param changedBy who sent it
 * @param closesOthers whether the seller's offers that it does not name, be it in a row that is refused, are closed
 */
public record Publication(
        UUID file, SellerId seller, MarketplaceId marketplace, String changedBy, boolean closesOthers) {}
