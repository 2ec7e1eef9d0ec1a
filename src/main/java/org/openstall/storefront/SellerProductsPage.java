package org.openstall.storefront;

import org.openstall.kernel.Page;
import org.openstall.pages.View;
import org.openstall.sellers.Seller;
import org.openstall.storefront.SellerPage.Item;

/** All that a seller sells. */
public record SellerProductsPage(Seller seller, Page<Item> items) implements View {}
