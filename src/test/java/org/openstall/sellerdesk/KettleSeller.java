package org.openstall.sellerdesk;

import java.util.stream.Stream;
import org.openstall.MarketFixture;
import org.openstall.TestBrowser;
import org.openstall.TestBrowser.Answer;
import org.openstall.TestBrowsers;
import org.openstall.kernel.SellerId;
import org.openstall.listings.Offer;
import org.openstall.ordering.Order;

/** Nadia at her desk, who has one kettle on sale: 40 of them, for 49.90 dollars each. */
final class KettleSeller {
    private final MarketFixture market;
    private final SellerId id;
    private final Offer kettle;
    private final TestBrowser browser;

    KettleSeller(MarketFixture market, TestBrowsers browsers) {
        this.market = market;
        id = market.seller("Nadia's Kitchen");
        kettle = market.offer(id, "KETTLE-1", "Gooseneck kettle", "49.90", 40);
        browser = browsers.openFor(market.userOf(id, "Nadia"));
    }

    SellerId id() {
        return id;
    }

    /** As it was before anybody bought or changed it. */
    Offer kettle() {
        return kettle;
    }

    /** Somebody new orders one kettle. */
    Order sellsTo(String buyer) {
        return market.order(market.buyer(buyer), kettle);
    }

    Answer get(String path, String... headers) {
        return browser.get(path, headers);
    }

    Answer post(String path, String... fields) {
        return browser.post(path, fields);
    }

    Answer postForFragment(String path, String... fields) {
        return browser.postForFragment(path, fields);
    }

    /** Sends the form that confirms a shipment, with a number of UPS; {@code more} are names and values in turn. */
    Answer confirms(Order order, String... more) {
        String[] fields = Stream.concat(
                        Stream.of("trackingNumber", MarketFixture.UPS_NUMBER, "serviceLevel", "STANDARD"),
                        Stream.of(more))
                .toArray(String[]::new);
        return post("/seller/orders/" + order.id() + "/shipment", fields);
    }

    TestBrowser speaking(String tag) {
        return browser.speaking(tag);
    }
}
