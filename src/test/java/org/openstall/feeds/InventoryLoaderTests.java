package org.openstall.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openstall.OpenstallTest;
import org.openstall.listings.Adjustment;
import org.openstall.listings.AdjustmentReason;
import org.openstall.listings.Condition;
import org.openstall.listings.Gifts;
import org.openstall.listings.Inventory;
import org.openstall.listings.NewOffer;
import org.openstall.listings.OfferChange;
import org.openstall.listings.OfferStatus;
import org.openstall.listings.Offers;
import org.openstall.listings.Pace;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.ordering.CancelReason;
import org.openstall.ordering.Order;
import org.openstall.ordering.Orders;
import org.openstall.shipping.Fee;
import org.openstall.shipping.Goods;
import org.openstall.shipping.Rate;
import org.openstall.shipping.Region;
import org.openstall.shipping.ServiceLevel;
import org.openstall.shipping.Templates;
import org.openstall.shipping.Transit;
import org.springframework.beans.factory.annotation.Autowired;

@OpenstallTest
class InventoryLoaderTests extends KettleAndLampSeller {
    @Autowired
    private Offers offers;

    @Autowired
    private Inventory inventory;

    @Autowired
    private Orders orders;

    @Autowired
    private Templates templates;

    @Autowired
    private ListingReports reports;

    @Test
    void the_loader_adds_changes_empties_and_removes_offers() {
        Feed feed = files.loaded(
                "sku\tproduct-id\tproduct-id-type\tprice\titem-condition\tquantity\tadd-delete\titem-note",
                "USED-1\t" + kettle.product() + "\t1\t30\t3\t1\ta\tLight scratches on the lid",
                "KETTLE\t\t\t45\t\t\t\t",
                "LAMP/1 é\t\t\t\t\t\tx\t");

        assertThat(feed.state()).isEqualTo(FeedState.DONE);
        assertThat(feed.counts()).isEqualTo(new FeedCounts(3, 0, 0, 1, 1, 1, 0));
        assertThat(market.find(nadia, "USED-1").condition()).isEqualTo(Condition.USED_GOOD);
        assertThat(market.find(nadia, "USED-1").terms().note()).isEqualTo("Light scratches on the lid");
        assertThat(market.find(kettle.key()).price().minor()).isEqualTo(4_500);
        assertThat(offers.find(lamp.key())).isEmpty();
        assertThat(offers.history(lamp.key())).extracting(OfferChange::to).containsExactly("removed", "0");
        assertThat(inventory
                        .adjustments(nadia, Marketplaces.US, null, AdjustmentReason.FILE, null, 10)
                        .items())
                .extracting(it -> it.sku().value(), Adjustment::from, Adjustment::to, Adjustment::file)
                .containsExactly(tuple("USED-1", 0, 1, feed.id()), tuple("LAMP/1 é", 3, 0, feed.id()));

        files.loaded("sku\tadd-delete", "KETTLE\td");
        assertThat(market.find(kettle.key()).quantity()).isZero();
    }

    @Test
    void what_a_sku_has_sold_counts_for_the_offer_that_takes_the_place_of_a_removed_one() {
        market.order(market.buyer("Omar"), kettle);
        Order second = market.order(market.buyer("Omar"), kettle);

        files.loaded("sku\tadd-delete", "KETTLE\tx");
        files.loaded(
                "sku\tproduct-id\tproduct-id-type\tprice\titem-condition\tquantity\tadd-delete",
                "KETTLE\t" + kettle.product() + "\t1\t30\t11\t5\ta");
        assertThat(inventory.find(kettle.key()).orElseThrow().pace()).isEqualTo(new Pace(2, 2));

        files.loaded("sku\tadd-delete", "KETTLE\tx");
        offers.list(new NewOffer(kettle.key(), kettle.product(), kettle.condition(), kettle.terms(), true), "Nadia");
        assertThat(inventory.find(kettle.key()).orElseThrow().pace()).isEqualTo(new Pace(2, 2));

        orders.cancel(nadia, second.id(), CancelReason.OUT_OF_STOCK);
        assertThat(inventory.find(kettle.key()).orElseThrow().pace()).isEqualTo(new Pace(1, 1));
    }

    @Test
    void the_loader_names_shipping_templates_and_gift_options_and_reports_give_them_out() throws IOException {
        List<Rate> rates = List.of(
                Rate.of(Goods.OTHER, ServiceLevel.STANDARD, Region.COUNTRY, new Transit(3, 5), Fee.perShipment(499)));
        templates.create(nadia, Marketplaces.US, "Usual", rates);
        templates.create(nadia, Marketplaces.US, "Bulky Goods", rates);
        UUID bulky = templates.of(nadia, Marketplaces.US).getFirst().id();

        Feed feed = files.loaded(
                "sku\tproduct-id\tproduct-id-type\tprice\titem-condition\tquantity\tadd-delete"
                        + "\tmerchant_shipping_group_name\toffering_can_be_giftwrapped",
                "KETTLE\t\t\t\t\t\ta\tbulky goods\ttrue",
                "USED-1\t" + kettle.product() + "\t1\t30\t3\t1\ta\tBulky Goods\t",
                "LAMP/1 é\t\t\t\t\t\ta\tHeavy\tmaybe");

        assertThat(files.findings(feed)).containsExactly("3 LAMP/1 é TEMPLATE_UNKNOWN", "3 LAMP/1 é NOT_YES_OR_NO");
        assertThat(market.find(kettle.key()).shippingTemplate()).isEqualTo(bulky);
        assertThat(market.find(kettle.key()).terms().gifts()).isEqualTo(new Gifts(false, true));
        assertThat(market.find(kettle.key()).quantity()).isEqualTo(40);
        assertThat(market.find(nadia, "USED-1").shippingTemplate()).isEqualTo(bulky);
        assertThat(market.find(lamp.key()).shippingTemplate()).isNull();
        assertThat(offers.history(kettle.key()))
                .extracting(it -> it.field() + ": " + it.from() + " > " + it.to())
                .containsExactlyInAnyOrder("gift-wrap: false > true", "shipping:  > " + bulky);

        StringBuilder report = new StringBuilder();
        reports.write(ListingReport.ALL, nadia, market.us(), report);
        int group = ListingReport.ALL.columns().indexOf("merchant-shipping-group");
        int sku = ListingReport.ALL.columns().indexOf("seller-sku");
        assertThat(report.toString()
                        .lines()
                        .skip(1)
                        .map(it -> it.split("\t", -1))
                        .map(it -> it[sku] + ": " + it[group]))
                .containsExactlyInAnyOrder("KETTLE: Bulky Goods", "USED-1: Bulky Goods", "LAMP/1 é: Usual");

        files.messages("""
                {"messageId": 1, "sku": "KETTLE", "operationType": "PATCH", "productType": "KETTLE", "patches": [
                    {"op": "replace", "path": "/attributes/merchant_shipping_group", "value": [{"value": "Usual"}]}]}
                """);
        assertThat(market.find(kettle.key()).shippingTemplate())
                .isNotEqualTo(bulky)
                .isNotNull();
    }

    @Test
    void the_loader_says_what_a_new_offer_lacks() {
        Feed feed = files.loaded(
                "sku\tproduct-id\tproduct-id-type\tprice\titem-condition\tquantity\tadd-delete",
                "N-1\t\t\t30\t11\t1\ta",
                "N-2\t" + kettle.product() + "\t\t\t11\t1\ta",
                "N-3\t" + kettle.product() + "\tASIN\t30\t\t1\ta",
                "N-4\tB0ZZZZZZZZ\t1\t30\t11\t1\ta",
                "N-5\t4006381333932\t4\t30\t11\t1\ta",
                "N-6\t4099999999996\t4\t30\t11\t1\ta",
                "N-7\t" + kettle.product() + "\t9\t30\t99\t1\tq",
                "KETTLE\t" + lamp.product() + "\t1\t\t\t\t",
                "KETTLE\t\t\t\t3\t\t",
                "NONE\t\t\t\t\t\tx");

        assertThat(files.findings(feed))
                .containsExactly(
                        "1 N-1 PRODUCT_MISSING",
                        "2 N-2 PRICE_MISSING",
                        "3 N-3 CONDITION_MISSING",
                        "4 N-4 PRODUCT_UNKNOWN",
                        "5 N-5 PRODUCT_ID_INVALID",
                        "6 N-6 PRODUCT_UNKNOWN",
                        "7 N-7 ACTION_UNKNOWN",
                        "8 KETTLE PRODUCT_DIFFERS",
                        "9 KETTLE CONDITION_DIFFERS",
                        "10 NONE UNKNOWN_SKU");
        assertThat(feed.counts().rejected()).isEqualTo(10);
    }

    @Test
    void a_note_that_tells_of_more_than_wear_is_refused_with_its_words() {
        Feed feed = files.loaded(
                "sku\tproduct-id\tproduct-id-type\tprice\titem-condition\tquantity\tadd-delete\titem-note",
                "U-1\t" + kettle.product() + "\t1\t30\t3\t1\ta\tLight scratches on the lid",
                "U-2\t" + kettle.product() + "\t1\t30\t3\t1\ta\tWorks, but the charger is missing");

        assertThat(files.findings(feed)).containsExactly("2 U-2 NOTE_REFUSED");
        assertThat(feeds.issues(feed, null, 10).items().getFirst().arguments())
                .containsExactly(
                        "charger is missing", "wording.rule.missing-parts.name", "wording.rule.missing-parts.fix");
    }

    @Test
    void a_note_that_could_be_better_is_published_with_a_word_of_advice() {
        Feed feed = files.loaded(
                "sku\tproduct-id\tproduct-id-type\tprice\titem-condition\tquantity\tadd-delete\titem-note",
                "U-1\t" + kettle.product() + "\t1\t30\t3\t1\ta\tLight scratches on the lid. PayPal welcome");

        assertThat(files.findings(feed)).containsExactly("1 U-1 NOTE_ADVICE");
        assertThat(feed.counts()).isEqualTo(new FeedCounts(1, 0, 1, 0, 1, 0, 0));
        assertThat(market.find(nadia, "U-1").terms().note()).contains("PayPal");
    }

    @Test
    void purge_and_replace_names_what_it_will_close_and_waits_for_a_yes() {
        Feed asked = files.run(files.purging("sku\tprice", "KETTLE\t41"));

        assertThat(asked.question()).isEqualTo(Question.PURGE);
        assertThat(asked.reasonArguments()).containsExactly("1");
        assertThat(market.find(lamp.key()).status()).isEqualTo(OfferStatus.ACTIVE);
        assertThat(market.find(kettle.key()).price()).isEqualTo(kettle.price());

        market.offer(nadia, "MUG", "Mug", "9.00", 1);
        feeds.agree(asked, 1);
        Feed again = files.run(asked);

        assertThat(again.question()).isEqualTo(Question.PURGE);
        assertThat(again.reasonArguments()).containsExactly("2");

        feeds.agree(again, 2);
        Feed done = files.run(again);

        assertThat(done.counts()).isEqualTo(new FeedCounts(1, 0, 0, 1, 0, 0, 2));
        assertThat(market.find(lamp.key()).status()).isEqualTo(OfferStatus.INACTIVE);
        assertThat(market.find(kettle.key()).price().minor()).isEqualTo(4_100);
        assertThat(offers.history(lamp.key()))
                .extracting(it -> it.field() + " " + it.to() + " " + it.file())
                .containsExactly("status inactive " + done.id());
    }
}
