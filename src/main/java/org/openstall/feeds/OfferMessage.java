package org.openstall.feeds;

import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.Sku;
import org.openstall.listings.Condition;
import org.openstall.listings.StagedRow;
import tools.jackson.databind.JsonNode;

/** What the attributes of a message say of an offer. Each attribute is a list with an entry for each marketplace. */
final class OfferMessage {
    private final RowFields fields;
    private final MarketplaceId marketplace;

    private @Nullable String product;
    private @Nullable Condition condition;
    private @Nullable String note;
    private @Nullable Long price;
    private @Nullable Long minimum;
    private @Nullable Long maximum;
    private @Nullable Integer quantity;
    private @Nullable Integer handling;
    private @Nullable Boolean giftMessage;
    private @Nullable Boolean giftWrap;
    private @Nullable UUID template;
    private boolean empty = true;

    OfferMessage(RowFields fields, MarketplaceId marketplace) {
        this.fields = fields;
        this.marketplace = marketplace;
    }

    /** Whether no attribute was about the offer. */
    boolean isEmpty() {
        return empty;
    }

    @Nullable
    String product() {
        return product;
    }

    void set(String attribute, JsonNode values) {
        if (!isOfOffers(attribute)) {
            fields.say(Finding.ATTRIBUTE_IGNORED, attribute);
            return;
        }
        JsonNode first = values.path(0);
        if (!values.isArray() || !first.isObject()) {
            fields.say(Finding.ATTRIBUTE_INVALID, attribute);
            return;
        }
        JsonNode value = values.valueStream().filter(this::isForUs).findFirst().orElse(null);
        if (value == null) {
            fields.say(Finding.OTHER_MARKETPLACE, attribute, marketplaceOf(first));
            return;
        }
        empty = false;
        switch (attribute) {
            case "purchasable_offer" -> setPrices(value);
            case "fulfillment_availability" -> setAvailability(value);
            case "condition_type" -> condition = fields.condition(text(attribute, value, "value"));
            case "condition_note" -> note = fields.note(text(attribute, value, "value"));
            case "merchant_shipping_group" -> template = fields.template(text(attribute, value, "value"));
            case "merchant_suggested_asin" -> product = fields.product(text(attribute, value, "value"), "ASIN");
            case "externally_assigned_product_identifier" ->
                product = fields.product(text(attribute, value, "value"), type(value));
            default -> setGifts(value);
        }
    }

    private boolean isForUs(JsonNode entry) {
        return entry.isObject() && marketplaceOf(entry).equals(marketplace.value());
    }

    /** An entry that names no marketplace is for the one that the file was sent to. */
    private String marketplaceOf(JsonNode entry) {
        return entry.path("marketplace_id").asString(marketplace.value());
    }

    void remove(String attribute) {
        switch (attribute) {
            case "condition_note" -> note = "";
            case "fulfillment_availability" -> quantity = 0;
            case "gift_options" -> {
                giftMessage = false;
                giftWrap = false;
            }
            default -> {
                fields.say(isOfOffers(attribute) ? Finding.ATTRIBUTE_INVALID : Finding.ATTRIBUTE_IGNORED, attribute);
                return;
            }
        }
        empty = false;
    }

    private static boolean isOfOffers(String attribute) {
        return switch (attribute) {
            case "purchasable_offer",
                    "fulfillment_availability",
                    "condition_type",
                    "condition_note",
                    "merchant_suggested_asin",
                    "merchant_shipping_group",
                    "externally_assigned_product_identifier",
                    "gift_options" -> true;
            default -> false;
        };
    }

    private void setPrices(JsonNode offer) {
        JsonNode given = offer.path("currency");
        fields.currency(given.isString() ? given.asString() : null);
        price = amount("our_price", offer);
        minimum = amount("minimum_seller_allowed_price", offer);
        maximum = amount("maximum_seller_allowed_price", offer);
    }

    private @Nullable Long amount(String name, JsonNode offer) {
        if (offer.path(name).isMissingNode()) {
            return null;
        }
        JsonNode amount = offer.path(name).path(0).path("schedule").path(0).path("value_with_tax");
        if (!amount.isNumber()) {
            fields.say(Finding.ATTRIBUTE_INVALID, "purchasable_offer." + name);
            return null;
        }
        return fields.price(name, amount.decimalValue());
    }

    private void setAvailability(JsonNode availability) {
        JsonNode channel = availability.path("fulfillment_channel_code");
        fields.channel(channel.isString() ? channel.asString() : null);
        JsonNode units = availability.path("quantity");
        if (units.isNumber()) {
            quantity = fields.quantity(units.decimalValue());
        } else if (!units.isMissingNode()) {
            fields.say(Finding.ATTRIBUTE_INVALID, "fulfillment_availability.quantity");
        }
        JsonNode days = availability.path("lead_time_to_ship_max_days");
        if (days.isNumber()) {
            handling = fields.handling(days.decimalValue());
        } else if (!days.isMissingNode()) {
            fields.say(Finding.ATTRIBUTE_INVALID, "fulfillment_availability.lead_time_to_ship_max_days");
        }
    }

    private void setGifts(JsonNode options) {
        giftMessage = options.path("can_be_messaged").asBoolean(false);
        giftWrap = options.path("can_be_wrapped").asBoolean(false);
    }

    private static String type(JsonNode value) {
        return value.path("type").asString("").toUpperCase(Locale.ROOT);
    }

    private @Nullable String text(String attribute, JsonNode value, String name) {
        JsonNode text = value.path(name);
        if (!text.isString()) {
            fields.say(Finding.ATTRIBUTE_INVALID, attribute + "." + name);
            return null;
        }
        return text.asString();
    }

    /** @param whole whether what was not said is taken away */
    StagedRow row(int record, Sku sku, StagedRow.Action action, boolean whole) {
        if (whole) {
            note = Objects.requireNonNullElse(note, "");
            minimum = Objects.requireNonNullElse(minimum, StagedRow.NO_LIMIT);
            maximum = Objects.requireNonNullElse(maximum, StagedRow.NO_LIMIT);
            handling = Objects.requireNonNullElse(handling, StagedRow.STANDARD_HANDLING);
            giftMessage = Objects.requireNonNullElse(giftMessage, false);
            giftWrap = Objects.requireNonNullElse(giftWrap, false);
        }
        return new StagedRow(
                record,
                sku,
                action,
                null,
                condition,
                note,
                price,
                minimum,
                maximum,
                quantity,
                null,
                handling,
                giftMessage,
                giftWrap,
                template);
    }
}
