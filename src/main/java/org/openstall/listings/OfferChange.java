package org.openstall.listings;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.openstall.shipping.Template;

/**
 * One step in an offer's history.
 *
 * @param file the inventory file that made the change; null if {@code changedBy} made it on a page
 * @param field price, minimum, maximum, quantity, handling, note, gift-message, gift-wrap, shipping, taken-off, status or offer
 * @param from empty where there was nothing
 */
public record OfferChange(
        Instant changedAt, String changedBy, @Nullable UUID file, String field, String from, String to) {

    /** The code of the currency that both sides are in; empty for what is no amount. */
    public String currency() {
        return switch (field) {
            case "price", "minimum", "maximum" -> (from.isEmpty() ? to : from).substring(0, 3);
            default -> "";
        };
    }

    /**
     * What a side says: amounts as plain numbers in {@link #currency}, templates by their names, states in words.
     *
     * @param side {@link #from} or {@link #to}
     * @param words texts by their keys below {@code desk.offer}
     * @param templates of the seller; nothing is said of one that is not among them
     */
    public String plain(String side, UnaryOperator<String> words, List<Template> templates) {
        if (side.isEmpty()) {
            return field.equals("handling") ? words.apply("handling.default") : "";
        }
        return switch (field) {
            case "price", "minimum", "maximum" -> side.substring(4);
            case "status", "offer" -> words.apply(side);
            case "gift-message", "gift-wrap" -> words.apply("allowed." + side);
            case "shipping" ->
                templates.stream()
                        .filter(it -> it.id().toString().equals(side))
                        .map(Template::name)
                        .findFirst()
                        .orElse("");
            default -> side;
        };
    }
}
