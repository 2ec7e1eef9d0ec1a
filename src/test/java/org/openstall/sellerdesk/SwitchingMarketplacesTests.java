package org.openstall.sellerdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openstall.MarketFixture;
import org.openstall.OpenstallTest;
import org.openstall.TestBrowser;
import org.openstall.TestBrowser.Answer;
import org.openstall.TestBrowsers;
import org.openstall.feeds.Feeds;
import org.openstall.identity.User;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.Money;
import org.openstall.kernel.MovableClock;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.Sku;
import org.openstall.listings.Condition;
import org.openstall.listings.NewOffer;
import org.openstall.listings.Offer;
import org.openstall.listings.OfferKey;
import org.openstall.listings.Offers;
import org.openstall.listings.Terms;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.ordering.GiftSettings;
import org.openstall.ordering.GiftTerms;
import org.openstall.ordering.Order;
import org.openstall.ordering.OrderStatus;
import org.openstall.sellers.NewSeller;
import org.openstall.sellers.Sellers;
import org.springframework.beans.factory.annotation.Autowired;

/** Nadia sells the same kettle in the US and in Brazil, and has a tab open for each of them. */
@OpenstallTest
class SwitchingMarketplacesTests {
    private static final String ROW = "/seller/inventory/offer";
    private static final String FILES = "/seller/inventory/files";
    private static final String GIFTS = "/seller/gifts";

    @Autowired
    private MarketFixture market;

    @Autowired
    private TestBrowsers browsers;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Sellers sellers;

    @Autowired
    private Marketplaces marketplaces;

    @Autowired
    private Offers offers;

    @Autowired
    private Feeds feeds;

    @Autowired
    private GiftSettings gifts;

    private SellerId nadias;
    private Offer american;
    private Offer brazilian;
    private TestBrowser nadia;

    @BeforeEach
    void nadia_sells_in_two_marketplaces() {
        clock.stopAt(MarketFixture.MONDAY);
        String source = UUID.randomUUID().toString();
        nadias = opened(source, Marketplaces.US);
        assertThat(opened(source, Marketplaces.BR)).isEqualTo(nadias);
        american = market.offer(nadias, "KETTLE", "Gooseneck kettle", "49.90", 40);
        OfferKey key = new OfferKey(nadias, Marketplaces.BR, new Sku("KETTLE"));
        Money reais = Money.ofDecimal(
                new BigDecimal("279.90"), marketplaces.get(Marketplaces.BR).currency());
        offers.listAll(List.of(new NewOffer(key, american.product(), Condition.NEW, Terms.of(reais, 7), true)));
        brazilian = market.find(key);
        nadia = browsers.openFor(market.userOf(nadias, "Nadia"));
    }

    private SellerId opened(String source, MarketplaceId marketplace) {
        NewSeller seller =
                new NewSeller("Nadia's Kitchen", "Portland, OR", marketplace, clock.instant(), source, "nadia");
        return sellers.openAll(List.of(seller)).getFirst();
    }

    private void chooses(MarketplaceId marketplace) {
        nadia.post("/marketplace", "marketplace", marketplace.value(), "next", "/seller");
    }

    /** For which marketplace the form with that action on that page is. */
    private String shownFor(String page, String action) {
        return nadia.get(page)
                .find("action=\"" + Pattern.quote(action)
                        + "\" method=\"post\"[^>]*>\\s*<input [^>]*name=\"_csrf\"[^>]*>\\s*"
                        + "<input type=\"hidden\" name=\"shownFor\" value=\"([^\"]+)\"");
    }

    private Answer saveRow(String shownFor) {
        return nadia.postForFragment(
                ROW, "shownFor", shownFor, "sku", "KETTLE", "price", "54.90", "quantity", "40", "handling", "");
    }

    @Test
    void a_row_of_one_marketplace_is_not_saved_in_another() {
        String inTheFirstTab = shownFor("/seller/inventory", ROW);
        chooses(Marketplaces.BR);

        Answer refused = saveRow(inTheFirstTab);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text())
                .contains("You have switched to another marketplace", "Nothing you entered was saved");
        assertThat(refused.body()).contains("href=\"/seller\">Go to the seller desk");
        assertThat(market.find(brazilian.key())).isEqualTo(brazilian);
        assertThat(market.find(american.key())).isEqualTo(american);

        String reloaded = shownFor("/seller/inventory", ROW);
        assertThat(saveRow(reloaded).status()).isEqualTo(200);
        assertThat(market.find(brazilian.key()).price().toDecimal()).isEqualByComparingTo("54.90");

        chooses(Marketplaces.US);
        assertThat(saveRow(inTheFirstTab).status()).isEqualTo(200);
        assertThat(market.find(american.key()).price().toDecimal()).isEqualByComparingTo("54.90");
    }

    @Test
    void a_file_for_one_marketplace_is_not_taken_in_another() {
        byte[] prices = "sku\tprice\tquantity\nKETTLE\t44.50\t38\n".getBytes(StandardCharsets.UTF_8);
        String form = nadia.get(FILES).find("name=\"shownFor\" value=\"([^\"]+)\"");
        chooses(Marketplaces.BR);

        Answer refused = nadia.upload(FILES, "prices.txt", prices, "shownFor", form);

        assertThat(refused.status()).isEqualTo(409);
        for (MarketplaceId each : List.of(Marketplaces.US, Marketplaces.BR)) {
            assertThat(feeds.list(nadias, each, null, 10).items()).isEmpty();
        }

        String reloaded = nadia.get(FILES).find("name=\"shownFor\" value=\"([^\"]+)\"");
        assertThat(nadia.upload(FILES, "prices.txt", prices, "shownFor", reloaded)
                        .location())
                .startsWith(FILES + "/");
        assertThat(feeds.list(nadias, Marketplaces.BR, null, 10).items()).hasSize(1);
    }

    @Test
    void settings_of_one_marketplace_are_not_saved_in_another() {
        String form = nadia.get(GIFTS).find("name=\"shownFor\" value=\"([^\"]+)\"");
        GiftTerms before = gifts.of(nadias, Marketplaces.BR);
        chooses(Marketplaces.BR);

        Answer refused = nadia.post(GIFTS, "shownFor", form, "offered", "true", "wrap", "4.00");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(gifts.of(nadias, Marketplaces.BR)).isEqualTo(before);

        String reloaded = nadia.get(GIFTS).find("name=\"shownFor\" value=\"([^\"]+)\"");
        assertThat(nadia.post(GIFTS, "shownFor", reloaded, "offered", "true", "wrap", "21.00")
                        .status())
                .isEqualTo(303);
        assertThat(gifts.of(nadias, Marketplaces.BR)).isNotEqualTo(before);
    }

    @Test
    void an_order_is_shipped_in_whatever_marketplace_the_seller_is_meanwhile() {
        Order order = market.order(market.buyer("Omar Haddad"), american);
        String page = "/seller/orders/" + order.id();
        assertThat(nadia.get(page).body()).contains(page + "/shipment").doesNotContain("shownFor");
        chooses(Marketplaces.BR);

        nadia.post(page + "/shipment", "trackingNumber", MarketFixture.UPS_NUMBER, "serviceLevel", "STANDARD");

        assertThat(market.find(order).status()).isEqualTo(OrderStatus.SHIPPED);
    }

    @Test
    void an_orders_times_are_told_by_the_clock_of_its_own_marketplace() {
        User omar = market.user("Omar Haddad");
        Order order = market.order(market.buyer(omar), american);
        TestBrowser buyer = browsers.openFor(omar);
        String sellers = "/seller/orders/" + order.id();
        String buyers = "/orders/" + order.id();
        String deadline = nadia.get(sellers).find("(Ship by [^<]+)");
        String window = buyer.get(buyers).find("(Promised between [^<]+)");
        String orderedOn = buyer.get("/orders").find("(Ordered [^<]+)");

        chooses(Marketplaces.BR);
        buyer.post("/marketplace", "marketplace", "BR", "next", "/");

        assertThat(nadia.get(sellers).body()).contains(deadline);
        assertThat(buyer.get(buyers).body()).contains(window);
        assertThat(buyer.get("/orders").body()).contains(orderedOn);
    }

    @Test
    void what_to_do_is_said_in_the_sellers_language() {
        chooses(Marketplaces.BR);

        Map.of("ko", "다른 마켓플레이스로 전환", "zh-TW", "切換到其他銷售市場").forEach((tag, words) -> assertThat(nadia.speaking(tag)
                        .post(GIFTS, "shownFor", Marketplaces.US.value())
                        .text())
                .contains(words));
    }
}
