package org.openstall.storefront;

import org.openstall.TestBrowser;
import org.openstall.TestBrowser.Answer;
import org.openstall.listings.Offer;

/** The forms by which something gets into a cart, and by which the cart changes. */
final class CartForm {
    private CartForm() {}

    static Answer add(TestBrowser browser, Offer offer, int quantity) {
        return send("/cart/items", browser, offer, quantity);
    }

    /** None takes the line out. */
    static Answer setQuantity(TestBrowser browser, Offer offer, int quantity) {
        return send("/cart/items/quantity", browser, offer, quantity);
    }

    private static Answer send(String path, TestBrowser browser, Offer offer, int quantity) {
        return browser.post(
                path,
                "seller",
                offer.key().seller().value(),
                "sku",
                offer.key().sku().value(),
                "quantity",
                Integer.toString(quantity));
    }
}
