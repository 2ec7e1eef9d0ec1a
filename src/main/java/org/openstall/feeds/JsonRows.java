package org.openstall.feeds;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.Sku;
import org.openstall.listings.StagedRow;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The messages of a JSON listings feed (version 2.0), as far as they are about offers; one message is in memory at a
 * time. UPDATE gives all there is to say of an offer, so that limits, note, handling time and gift options it leaves
 * out are taken away; PARTIAL_UPDATE and PATCH change what they name; DELETE removes the offer.
 */
final class JsonRows implements FileRows {
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(Lines.LONGEST)
                            .maxNameLength(Lines.LONGEST)
                            .build())
                    .build())
            // A message is not the end of the file.
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final String ATTRIBUTES = "/attributes/";

    private final InputStream in;
    private final JsonParser parser;
    private final Form form;
    private final Currency currency;
    private final MarketplaceId marketplace;
    private final Map<String, UUID> templates;
    private boolean headerSeen;
    private boolean inMessages;
    private boolean messagesSeen;
    private int record;
    private int messageId;

    JsonRows(
            FeedFile file,
            @Nullable String encoding,
            Currency currency,
            MarketplaceId marketplace,
            Map<String, UUID> templates)
            throws IOException, FileRefused {
        if (file.packing() == FeedFile.Packing.SPREADSHEET) {
            throw new FileRefused(Failure.NOT_TEXT);
        }
        Encoding found;
        try (InputStream first = file.open()) {
            found = Encoding.of(first, encoding);
        }
        this.in = file.open();
        in.skipNBytes(found.markBytes());
        this.parser = JSON.createParser(new InputStreamReader(in, found.charset()));
        this.form = new Form(found.charset().name(), file.describe("JSON"), List.of());
        this.currency = currency;
        this.marketplace = marketplace;
        this.templates = templates;
    }

    @Override
    public Form form() {
        return form;
    }

    @Override
    public @Nullable ReadRow next() throws IOException, FileRefused {
        try {
            JsonNode message = nextMessage();
            if (message == null) {
                return null;
            }
            record++;
            messageId = message.path("messageId").asInt(0);
            return read(message);
        } catch (JacksonException broken) {
            if (broken.getCause() instanceof IOException io) {
                throw io;
            }
            TokenStreamLocation at = broken.getLocation();
            throw new FileRefused(
                    Failure.JSON_BROKEN, at == null ? 1 : at.getLineNr(), at == null ? 1 : at.getColumnNr());
        }
    }

    /** What the message read last calls itself; zero if it does not. */
    int messageId() {
        return messageId;
    }

    /** Walks on to the next message, past the header and whatever else there is. */
    private @Nullable JsonNode nextMessage() throws FileRefused {
        while (true) {
            JsonToken token = parser.nextToken();
            if (inMessages) {
                if (token == JsonToken.START_OBJECT) {
                    return JSON.readTree(parser);
                }
                if (token != JsonToken.END_ARRAY) {
                    throw new FileRefused(Failure.JSON_NOT_A_FEED, "messages");
                }
                inMessages = false;
            } else if (token == null) {
                if (!headerSeen || !messagesSeen) {
                    throw new FileRefused(Failure.JSON_NOT_A_FEED, headerSeen ? "messages" : "header");
                }
                return null;
            } else if (token == JsonToken.PROPERTY_NAME) {
                property(parser.currentName());
            } else if (token != JsonToken.START_OBJECT && token != JsonToken.END_OBJECT) {
                throw new FileRefused(Failure.JSON_NOT_A_FEED, "header");
            }
        }
    }

    private void property(String name) throws FileRefused {
        JsonToken token = parser.nextToken();
        switch (name) {
            case "header" -> {
                JsonNode header = JSON.readTree(parser);
                if (!header.path("version").asString("").equals("2.0")) {
                    throw new FileRefused(Failure.JSON_NOT_A_FEED, "header.version");
                }
                headerSeen = true;
            }
            case "messages" -> {
                if (token != JsonToken.START_ARRAY) {
                    throw new FileRefused(Failure.JSON_NOT_A_FEED, "messages");
                }
                inMessages = true;
                messagesSeen = true;
            }
            default -> parser.skipChildren();
        }
    }

    private ReadRow read(JsonNode message) {
        JsonNode sku = message.path("sku");
        RowFields fields = new RowFields(
                new Numbers(NumberFormat.POINT), currency, record, sku.isString() ? sku.asString() : null, templates);
        String operation = message.path("operationType").asString("");
        return switch (operation) {
            case "UPDATE", "PARTIAL_UPDATE" -> {
                boolean whole = operation.equals("UPDATE");
                OfferMessage offer = new OfferMessage(fields, marketplace);
                if (message.path("attributes").isObject()) {
                    message.path("attributes").properties().forEach(it -> offer.set(it.getKey(), it.getValue()));
                } else {
                    fields.say(Finding.OPERATION_UNKNOWN, operation);
                }
                yield row(fields, offer, whole ? StagedRow.Action.PUT : StagedRow.Action.EDIT, whole);
            }
            case "PATCH" -> {
                OfferMessage offer = new OfferMessage(fields, marketplace);
                if (!message.path("patches").isArray()
                        || message.path("patches").isEmpty()) {
                    fields.say(Finding.OPERATION_UNKNOWN, operation);
                }
                message.path("patches").forEach(it -> patch(fields, offer, it));
                yield row(fields, offer, StagedRow.Action.EDIT, false);
            }
            case "DELETE" -> row(fields, new OfferMessage(fields, marketplace), StagedRow.Action.REMOVE, false);
            default -> {
                fields.say(Finding.OPERATION_UNKNOWN, operation);
                yield row(fields, new OfferMessage(fields, marketplace), StagedRow.Action.EDIT, false);
            }
        };
    }

    private static void patch(RowFields fields, OfferMessage offer, JsonNode patch) {
        String path = patch.path("path").asString("");
        if (!path.startsWith(ATTRIBUTES)) {
            fields.say(Finding.ATTRIBUTE_INVALID, path);
            return;
        }
        String attribute = path.substring(ATTRIBUTES.length());
        switch (patch.path("op").asString("").toLowerCase(Locale.ROOT)) {
            case "add", "replace", "merge" -> offer.set(attribute, patch.path("value"));
            case "delete" -> offer.remove(attribute);
            default -> fields.say(Finding.ATTRIBUTE_INVALID, path);
        }
    }

    private ReadRow row(RowFields fields, OfferMessage offer, StagedRow.Action action, boolean whole) {
        Sku sku = fields.sku();
        List<Issue> issues = new ArrayList<>(fields.issues());
        boolean refused = issues.stream().anyMatch(it -> it.finding().severity() == Finding.Severity.ERROR);
        if (sku == null || refused) {
            return new ReadRow(sku, issues);
        }
        if (action == StagedRow.Action.EDIT && offer.isEmpty()) {
            issues.add(Issue.of(record, sku.value(), Finding.NOTHING_SAID));
            return new ReadRow(sku, issues);
        }
        return new ReadRow(sku, offer.row(record, sku, action, whole), offer.product(), issues);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
