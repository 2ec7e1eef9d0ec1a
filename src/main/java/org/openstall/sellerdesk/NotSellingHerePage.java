package org.openstall.sellerdesk;

import java.util.List;
import org.openstall.marketplaces.Marketplace;
import org.openstall.pages.View;

/** Says that the seller does not sell in the marketplace chosen, and offers those in which he does. */
public record NotSellingHerePage(List<Marketplace> elsewhere) implements View {}
