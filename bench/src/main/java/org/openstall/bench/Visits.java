package org.openstall.bench;

import static io.gatling.javaapi.core.CoreDsl.css;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.exitHereIfFailed;
import static io.gatling.javaapi.core.CoreDsl.regex;
import static io.gatling.javaapi.http.HttpDsl.Cookie;
import static io.gatling.javaapi.http.HttpDsl.addCookie;
import static io.gatling.javaapi.http.HttpDsl.header;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** What visitors do. Before each visit they choose what to see, and then they look only at that. */
final class Visits {
    private static final String TOKEN = "_csrf";

    private Visits() {}

    static ChainBuilder nobody() {
        return exec(it -> it);
    }

    /** Takes the cookies of the next one. */
    static ChainBuilder signedIn(List<Map<String, String>> cookies) {
        AtomicInteger next = new AtomicInteger();
        return exec(it -> {
                    int number = next.getAndIncrement() % cookies.size();
                    return it.set("session", cookies.get(number).get("session")).set("number", number);
                })
                .exec(addCookie(Cookie("session", "#{session}").withDomain("localhost")));
    }

    static ChainBuilder product(List<Market.Offer> offers) {
        return exec(it -> it.set("product", any(offers).product()))
                .exec(http("product").get("/products/#{product}").check(status().is(200)));
    }

    /** Words come up as often as it is in life: the second half as often as the first, the third a third as often. */
    static ChainBuilder searchByFrequency(List<String> queries) {
        return exec(it -> {
                    double rank =
                            Math.pow(queries.size(), ThreadLocalRandom.current().nextDouble());
                    return it.set("query", queries.get((int) rank - 1));
                })
                .exec(search());
    }

    /** Words that nobody has looked for before. */
    static ChainBuilder searchEachOnce(List<String> queries) {
        AtomicInteger next = new AtomicInteger();
        return exec(it -> it.set("query", queries.get(next.getAndIncrement() % queries.size())))
                .exec(search());
    }

    private static ChainBuilder search() {
        return exec(http("search").get("/search").queryParam("q", "#{query}").check(status().is(200)));
    }

    static ChainBuilder page(String path) {
        return exec(http(path).get(path).check(status().is(200)));
    }

    /** What a browser has at hand: the token of some page with a form. */
    static ChainBuilder token(List<Market.Offer> offers) {
        return exec(http("token")
                        .get("/products/" + offers.getFirst().product())
                        .check(css("input[name=" + TOKEN + "]", "value").saveAs(TOKEN)))
                .exec(exitHereIfFailed());
    }

    /** Into the cart, to the checkout page, and the order placed. */
    static ChainBuilder purchase(List<Market.Offer> offers) {
        return exec(it -> chosen(it, any(offers)))
                .exec(add())
                .exec(checkoutPage())
                .exec(placeOrder().check(status().is(303), header("Location").isEL("/checkout/#{checkout}")));
    }

    /** Leaves in {@code added} where the shop led: to the cart, or back to the product if it is sold out. */
    static ChainBuilder add() {
        return exec(http("add")
                .post("/cart/items")
                .formParam(TOKEN, "#{_csrf}")
                .formParam("seller", "#{seller}")
                .formParam("sku", "#{sku}")
                .formParam("quantity", "1")
                .check(status().is(303), header("Location").saveAs("added")));
    }

    /** Takes what was added out of the cart again. */
    static ChainBuilder remove() {
        return exec(http("remove")
                .post("/cart/items/quantity")
                .formParam(TOKEN, "#{_csrf}")
                .formParam("seller", "#{seller}")
                .formParam("sku", "#{sku}")
                .formParam("quantity", "0")
                .check(status().is(303)));
    }

    /** Leaves in {@code seen} what the page shows, and nothing if something in the cart is sold out. */
    static ChainBuilder checkoutPage() {
        return exec(http("checkout page")
                .get("/checkout")
                .check(
                        hidden(TOKEN).optional().saveAs(TOKEN),
                        hidden("checkout").optional().saveAs("checkout"),
                        hidden("seen").optional().saveAs("seen"),
                        hidden("shipping").optional().saveAs("shipping")));
    }

    /** Leaves in {@code placed} where the order is, and nothing if it was sold out at the last moment. */
    static ChainBuilder place() {
        return exec(placeOrder()
                .check(
                        status().in(200, 303, 409, 422),
                        header("Location").optional().saveAs("placed")));
    }

    /** Only the order placed: the cart is filled by the bench, which knows what the checkout page would say. */
    static ChainBuilder checkout(List<Market.Offer> offers, String shipping, Consumer<Session> fillCart) {
        return exec(it -> {
                    Market.Offer offer = any(offers);
                    Session ready = chosen(it, offer)
                            .set("checkout", UUID.randomUUID().toString())
                            .set("seen", offer.seller() + " 1 " + offer.price() + " " + offer.sku())
                            .set("shipping", shipping);
                    fillCart.accept(ready);
                    return ready;
                })
                .exec(placeOrder().check(status().is(303), header("Location").isEL("/checkout/#{checkout}")));
    }

    private static HttpRequestActionBuilder placeOrder() {
        return http("place")
                .post("/checkout")
                .formParam(TOKEN, "#{_csrf}")
                .formParam("checkout", "#{checkout}")
                .formParam("seen", "#{seen}")
                .formParam("shipping", "#{shipping}")
                .formParam("name", "Omar Haddad")
                .formParam("line1", "1 Main St")
                .formParam("line2", "")
                .formParam("city", "Reno")
                .formParam("region", "NV")
                .formParam("postalCode", "89501")
                .formParam("phone", "")
                .formParam("card", "4242424242424242")
                .formParam("expires", "12/39")
                .formParam("holder", "Omar Haddad");
    }

    private static io.gatling.javaapi.core.CheckBuilder.MultipleFind<String> hidden(String name) {
        return regex("name=\"" + name + "\" value=\"([^\"]*)\"");
    }

    private static Session chosen(Session session, Market.Offer offer) {
        return session.set("seller", offer.seller()).set("sku", offer.sku());
    }

    private static Market.Offer any(List<Market.Offer> offers) {
        return offers.get(ThreadLocalRandom.current().nextInt(offers.size()));
    }
}
