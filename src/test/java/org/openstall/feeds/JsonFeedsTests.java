package org.openstall.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openstall.feeds.SellerFiles.failure;

import org.junit.jupiter.api.Test;
import org.openstall.OpenstallTest;
import org.openstall.kernel.Money;
import org.openstall.listings.Condition;
import org.openstall.listings.Offers;
import org.openstall.listings.PriceLimits;
import org.springframework.beans.factory.annotation.Autowired;

@OpenstallTest
class JsonFeedsTests extends KettleAndLampSeller {
    @Autowired
    private Offers offers;

    @Test
    void messages_of_a_json_feed_change_add_and_remove_offers() {
        Feed feed = files.messages("""
                {"messageId": 1, "sku": "LAMP/1 é", "operationType": "DELETE"},
                {"messageId": 2, "sku": "KETTLE", "operationType": "PATCH", "productType": "KETTLE", "patches": [
                    {"op": "replace", "path": "/attributes/fulfillment_availability", "value": [
                        {"fulfillment_channel_code": "DEFAULT", "quantity": 10, "lead_time_to_ship_max_days": 4}]},
                    {"op": "replace", "path": "/attributes/item_name", "value": [{"value": "x"}]}]},
                {"messageId": 3, "sku": "USED", "operationType": "UPDATE", "productType": "KETTLE",
                 "requirements": "LISTING_OFFER_ONLY", "attributes": {
                    "merchant_suggested_asin": [{"value": "%s", "marketplace_id": "ATVPDKIKX0DER"}],
                    "condition_type": [{"value": "used_good"}],
                    "condition_note": [{"value": "Light scratches", "language_tag": "en_US"}],
                    "gift_options": [{"can_be_messaged": true, "can_be_wrapped": false}],
                    "purchasable_offer": [{"currency": "USD", "our_price": [{"schedule": [{"value_with_tax": 30.5}]}],
                        "minimum_seller_allowed_price": [{"schedule": [{"value_with_tax": 25}]}]}],
                    "fulfillment_availability": [{"fulfillment_channel_code": "DEFAULT", "quantity": 2}]}}
                """.formatted(kettle.product()));

        assertThat(feed.state()).isEqualTo(FeedState.DONE);
        assertThat(feed.counts()).isEqualTo(new FeedCounts(3, 0, 1, 1, 1, 1, 0));
        assertThat(files.findings(feed)).containsExactly("2 KETTLE ATTRIBUTE_IGNORED");
        assertThat(offers.find(lamp.key())).isEmpty();
        assertThat(market.find(kettle.key()).quantity()).isEqualTo(10);
        assertThat(market.find(kettle.key()).handlingDays()).isEqualTo(4);
        assertThat(market.find(nadia, "USED").price().minor()).isEqualTo(3_050);
        assertThat(market.find(nadia, "USED").condition()).isEqualTo(Condition.USED_GOOD);
        assertThat(market.find(nadia, "USED").terms().gifts().message()).isTrue();
        assertThat(market.find(nadia, "USED").terms().limits().least()).isEqualTo(Money.of(2_500, "USD"));

        files.messages("""
                {"messageId": 1, "sku": "USED", "operationType": "UPDATE", "productType": "KETTLE", "attributes": {
                    "purchasable_offer": [{"our_price": [{"schedule": [{"value_with_tax": 20}]}]}]}}
                """);

        assertThat(market.find(nadia, "USED").price().minor()).isEqualTo(2_000);
        assertThat(market.find(nadia, "USED").terms().note()).isNull();
        assertThat(market.find(nadia, "USED").terms().limits()).isEqualTo(PriceLimits.NONE);
    }

    @Test
    void a_message_that_cannot_be_taken_is_named_and_broken_json_changes_nothing() {
        Feed feed = files.messages("""
                {"messageId": 1, "sku": "KETTLE", "operationType": "EXPLODE"},
                {"messageId": 2, "operationType": "DELETE"},
                {"messageId": 3, "sku": "KETTLE", "operationType": "PARTIAL_UPDATE", "attributes": {
                    "fulfillment_availability": [{"fulfillment_channel_code": "AMAZON_NA", "quantity": "ten"}]}},
                {"messageId": 4, "sku": "KETTLE", "operationType": "PARTIAL_UPDATE", "attributes": {
                    "purchasable_offer": [{"marketplace_id": "A1F83G8C2ARO7P"}]}}
                """);

        assertThat(files.findings(feed))
                .containsExactly(
                        "1 KETTLE OPERATION_UNKNOWN",
                        "2  SKU_MISSING",
                        "3 KETTLE NOT_OUR_FULFILMENT",
                        "3 KETTLE ATTRIBUTE_INVALID",
                        "4 KETTLE OTHER_MARKETPLACE");
        assertThat(feed.counts().rejected()).isEqualTo(4);
        assertThat(failure(files.messages("{\"messageId\": 1, \"sku\": "))).isEqualTo(Failure.JSON_BROKEN);
        assertThat(failure(files.run(FeedKind.LISTINGS_JSON, "[1, 2]"))).isEqualTo(Failure.JSON_NOT_A_FEED);
        assertThat(failure(files.messages(""))).isEqualTo(Failure.NO_ROWS);
        assertThat(market.find(kettle.key())).isEqualTo(kettle);
    }

    @Test
    void of_entries_for_several_marketplaces_the_one_of_this_marketplace_counts() {
        Feed feed = files.messages("""
                {"messageId": 1, "sku": "KETTLE", "operationType": "PARTIAL_UPDATE", "attributes": {
                    "purchasable_offer": [
                        {"marketplace_id": "A2Q3Y263D00KWC", "currency": "BRL",
                         "our_price": [{"schedule": [{"value_with_tax": 249.9}]}]},
                        {"marketplace_id": "ATVPDKIKX0DER", "currency": "USD",
                         "our_price": [{"schedule": [{"value_with_tax": 44.5}]}]}]}},
                {"messageId": 2, "sku": "LAMP/1 é", "operationType": "PARTIAL_UPDATE", "attributes": {
                    "purchasable_offer": [
                        {"marketplace_id": "A2Q3Y263D00KWC", "our_price": [{"schedule": [{"value_with_tax": 99}]}]},
                        {"marketplace_id": "A1F83G8C2ARO7P", "our_price": [{"schedule": [{"value_with_tax": 15}]}]}]}}
                """);

        assertThat(files.findings(feed)).containsExactly("2 LAMP/1 é OTHER_MARKETPLACE");
        assertThat(market.find(kettle.key()).price().minor()).isEqualTo(4_450);
        assertThat(market.find(lamp.key())).isEqualTo(lamp);
    }
}
