package org.openstall.operatordesk;

import java.util.Locale;
import org.openstall.kernel.Page;
import org.openstall.marketplaces.Marketplace;
import org.openstall.ordering.Order;
import org.openstall.ordering.OrderTab;
import org.openstall.pages.View;
import org.openstall.sellers.Seller;

/** The orders of one seller in a marketplace, as he sees them himself. */
public record SellersOrdersPage(Seller seller, Marketplace place, OrderTab tab, String query, Page<Order> orders)
        implements View {

    public String path() {
        return "/operator/sellers/" + seller.id();
    }

    /** The tab's name in addresses. */
    public static String name(OrderTab tab) {
        return tab.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
