package org.openstall.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openstall.MarketFixture;
import org.openstall.OpenstallTest;
import org.openstall.catalog.Catalog;
import org.openstall.catalog.NewProduct;
import org.openstall.kernel.Money;
import org.openstall.kernel.MovableClock;
import org.openstall.kernel.ProductId;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.Sku;
import org.openstall.listings.Condition;
import org.openstall.listings.NewOffer;
import org.openstall.listings.OfferKey;
import org.openstall.listings.Offers;
import org.openstall.listings.Terms;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.shipping.Fee;
import org.openstall.shipping.Goods;
import org.openstall.shipping.Rate;
import org.openstall.shipping.Region;
import org.openstall.shipping.ServiceLevel;
import org.openstall.shipping.Templates;
import org.openstall.shipping.Transit;
import org.springframework.beans.factory.annotation.Autowired;

/** What programs read that have been written for the reports of another marketplace. */
@OpenstallTest
class ListingReportsTests {
    private static final String LISTING = "item-name\titem-description\tlisting-id\tseller-sku\tprice\tquantity"
            + "\topen-date\timage-url\titem-is-marketplace\tproduct-id-type\tzshop-shipping-fee\titem-note"
            + "\titem-condition\tzshop-category1\tzshop-browse-path\tzshop-storefront-feature\tasin1\tasin2\tasin3"
            + "\twill-ship-internationally\texpedited-shipping\tzshop-boldface\tproduct-id"
            + "\tbid-for-featured-placement\tadd-delete\tpending-quantity\tfulfillment-channel";
    private static final String QUANTITY_PRICES = "Business Price\tQuantity Price Type"
            + "\tQuantity Lower Bound 1\tQuantity Price 1\tQuantity Lower Bound 2\tQuantity Price 2"
            + "\tQuantity Lower Bound 3\tQuantity Price 3\tQuantity Lower Bound 4\tQuantity Price 4"
            + "\tQuantity Lower Bound 5\tQuantity Price 5";
    private static final String PROGRESSIVE_PRICES = "Progressive Price Type"
            + "\tProgressive Lower Bound 1\tProgressive Price 1\tProgressive Lower Bound 2\tProgressive Price 2"
            + "\tProgressive Lower Bound 3\tProgressive Price 3";

    @Autowired
    private ListingReports reports;

    @Autowired
    private Catalog catalog;

    @Autowired
    private Offers offers;

    @Autowired
    private Templates templates;

    @Autowired
    private MarketFixture market;

    @Autowired
    private MovableClock clock;

    private SellerId nadia;

    @BeforeEach
    void nadia_sells() {
        nadia = market.seller("Nadia's Home");
    }

    @Test
    void the_report_of_open_listings_has_these_columns() throws IOException {
        assertThat(lines(ListingReport.OPEN))
                .containsExactly("sku\tasin\tprice\tquantity\t" + QUANTITY_PRICES + '\t' + PROGRESSIVE_PRICES);
    }

    @Test
    void the_report_of_active_listings_has_these_columns() throws IOException {
        assertThat(lines(ListingReport.ACTIVE))
                .containsExactly(LISTING + '\t' + QUANTITY_PRICES + "\tmerchant-shipping-group\t" + PROGRESSIVE_PRICES);
    }

    @Test
    void the_reports_of_inactive_and_of_all_listings_have_these_columns() throws IOException {
        assertThat(lines(ListingReport.INACTIVE)).containsExactly(LISTING + "\tmerchant-shipping-group\tstatus");
        assertThat(lines(ListingReport.ALL)).containsExactly(LISTING + "\tmerchant-shipping-group\tstatus");
    }

    @Test
    void a_row_of_the_report_of_active_listings_says_this_of_a_used_book() throws IOException {
        templates.create(
                nadia,
                Marketplaces.US,
                "Bulky Goods",
                List.of(Rate.of(
                        Goods.OTHER, ServiceLevel.STANDARD, Region.COUNTRY, new Transit(3, 5), Fee.perShipment(499))));
        ProductId novel = catalog.add(new NewProduct(
                        "Human Acts",
                        "Hollin",
                        "books",
                        "BOOK",
                        "All of\nthem.",
                        Map.of(),
                        List.of(),
                        "https://pictures.example/acts.jpg",
                        null))
                .id();
        clock.stopAt(MarketFixture.MONDAY);
        list(novel, "NOVEL-1", true);
        list(novel, "NOVEL-2", false);

        assertThat(lines(ListingReport.ACTIVE)).hasSize(2);
        Map<String, String> said = new LinkedHashMap<>(row(ListingReport.ACTIVE));
        said.values().removeIf(String::isEmpty);

        assertThat(said)
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("item-name", "Human Acts"),
                        Map.entry("item-description", "All of them."),
                        Map.entry("seller-sku", "NOVEL-1"),
                        Map.entry("price", "1234.50"),
                        Map.entry("quantity", "3"),
                        Map.entry("open-date", "2026-06-01 09:00:00 PDT"),
                        Map.entry("image-url", "https://pictures.example/acts.jpg"),
                        Map.entry("item-is-marketplace", "y"),
                        Map.entry("product-id-type", "1"),
                        Map.entry("item-note", "'=A crease on the cover"),
                        Map.entry("item-condition", "3"),
                        Map.entry("asin1", novel.value()),
                        Map.entry("product-id", novel.value()),
                        Map.entry("pending-quantity", "0"),
                        Map.entry("fulfillment-channel", "DEFAULT"),
                        Map.entry("merchant-shipping-group", "Bulky Goods")));
    }

    private void list(ProductId product, String sku, boolean open) {
        Terms terms = Terms.of(
                        Money.ofDecimal(new BigDecimal("1234.50"), market.us().currency()), 3)
                .withNote("=A crease on the cover");
        offers.listAll(List.of(new NewOffer(
                new OfferKey(nadia, Marketplaces.US, new Sku(sku)), product, Condition.USED_GOOD, terms, open)));
    }

    /** The cells of the first row by the names of their columns. */
    private Map<String, String> row(ListingReport report) throws IOException {
        List<String[]> cells =
                lines(report).stream().map(it -> it.split("\t", -1)).toList();
        assertThat(cells.get(1)).hasSameSizeAs(cells.get(0));
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < cells.get(0).length; i++) {
            assertThat(row.put(cells.get(0)[i], cells.get(1)[i])).isNull();
        }
        return row;
    }

    private List<String> lines(ListingReport report) throws IOException {
        StringBuilder out = new StringBuilder();
        reports.write(report, nadia, market.us(), out);
        return out.toString().lines().toList();
    }
}
