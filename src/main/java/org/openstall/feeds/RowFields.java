package org.openstall.feeds;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openstall.catalog.Gtin;
import org.openstall.catalog.GtinRefusal;
import org.openstall.kernel.ProductId;
import org.openstall.kernel.Sku;
import org.openstall.listings.Condition;
import org.openstall.listings.Handling;
import org.openstall.listings.Offers;
import org.openstall.listings.StagedRow;

/** Reads the fields of one row and collects what is to be said of them. */
final class RowFields {
    private static final Map<String, Condition> CONDITIONS = Map.ofEntries(
            Map.entry("1", Condition.USED_LIKE_NEW),
            Map.entry("2", Condition.USED_VERY_GOOD),
            Map.entry("3", Condition.USED_GOOD),
            Map.entry("4", Condition.USED_ACCEPTABLE),
            Map.entry("5", Condition.COLLECTIBLE),
            Map.entry("6", Condition.COLLECTIBLE),
            Map.entry("7", Condition.COLLECTIBLE),
            Map.entry("8", Condition.COLLECTIBLE),
            Map.entry("10", Condition.RENEWED),
            Map.entry("11", Condition.NEW),
            Map.entry("new", Condition.NEW),
            Map.entry("newnew", Condition.NEW),
            Map.entry("refurbished", Condition.RENEWED),
            Map.entry("refurbishedrefurbished", Condition.RENEWED),
            Map.entry("renewed", Condition.RENEWED),
            Map.entry("usedlikenew", Condition.USED_LIKE_NEW),
            Map.entry("usedverygood", Condition.USED_VERY_GOOD),
            Map.entry("usedgood", Condition.USED_GOOD),
            Map.entry("usedacceptable", Condition.USED_ACCEPTABLE),
            Map.entry("collectible", Condition.COLLECTIBLE),
            Map.entry("collectiblelikenew", Condition.COLLECTIBLE),
            Map.entry("collectibleverygood", Condition.COLLECTIBLE),
            Map.entry("collectiblegood", Condition.COLLECTIBLE),
            Map.entry("collectibleacceptable", Condition.COLLECTIBLE));

    private final Numbers numbers;
    private final Currency currency;
    private final int record;
    private final String sku;
    private final Map<String, UUID> templates;
    private final List<Issue> issues = new ArrayList<>();

    /** @param templates the seller's shipping templates by name, in small letters */
    RowFields(Numbers numbers, Currency currency, int record, @Nullable String sku, Map<String, UUID> templates) {
        this.numbers = numbers;
        this.currency = currency;
        this.record = record;
        this.sku = sku == null ? "" : sku;
        this.templates = templates;
    }

    List<Issue> issues() {
        return issues;
    }

    void say(Finding finding, Object... arguments) {
        issues.add(Issue.of(record, sku, finding, arguments));
    }

    @Nullable
    Sku sku() {
        if (sku.isEmpty()) {
            say(Finding.SKU_MISSING);
            return null;
        }
        if (!Sku.isValid(sku)) {
            say(Finding.SKU_INVALID, sku);
            return null;
        }
        return new Sku(sku);
    }

    /** In minor units. */
    @Nullable
    Long price(Column column, @Nullable String text) throws AnswerNeeded {
        BigDecimal number = number(column, text);
        return number == null ? null : price(column.title(), number);
    }

    /** In minor units. */
    @Nullable
    Long price(String name, BigDecimal number) {
        if (number.signum() <= 0) {
            say(Finding.NOT_POSITIVE, name, number.toPlainString());
            return null;
        }
        BigDecimal minor = number.movePointRight(currency.getDefaultFractionDigits());
        if (minor.stripTrailingZeros().scale() > 0) {
            say(Finding.TOO_FINE, name, number.toPlainString());
            return null;
        }
        if (minor.compareTo(BigDecimal.valueOf(Offers.MOST_PRICE_MINOR)) > 0) {
            say(Finding.PRICE_TOO_HIGH, name, number.toPlainString());
            return null;
        }
        return minor.longValueExact();
    }

    /** A price between which others must stay, in minor units; the word “delete” takes it away. */
    @Nullable
    Long limit(Column column, @Nullable String text) throws AnswerNeeded {
        return text != null && text.equalsIgnoreCase("delete") ? Long.valueOf(StagedRow.NO_LIMIT) : price(column, text);
    }

    @Nullable
    Integer quantity(@Nullable String text) throws AnswerNeeded {
        BigDecimal number = number(Column.QUANTITY, text);
        return number == null ? null : quantity(number);
    }

    @Nullable
    Integer quantity(BigDecimal number) {
        if (number.stripTrailingZeros().scale() > 0) {
            say(Finding.QUANTITY_NOT_WHOLE, number.toPlainString());
        } else if (number.signum() < 0) {
            say(Finding.QUANTITY_NEGATIVE, number.toPlainString());
        } else if (number.compareTo(BigDecimal.valueOf(Offers.MOST_QUANTITY)) > 0) {
            say(Finding.QUANTITY_TOO_HIGH, number.toPlainString(), Offers.MOST_QUANTITY);
        } else {
            return number.intValueExact();
        }
        return null;
    }

    @Nullable
    Integer handling(@Nullable String text) throws AnswerNeeded {
        BigDecimal number = number(Column.HANDLING, text);
        return number == null ? null : handling(number);
    }

    @Nullable
    Integer handling(BigDecimal number) {
        if (number.signum() < 0
                || number.compareTo(BigDecimal.valueOf(Handling.MOST_DAYS)) > 0
                || number.stripTrailingZeros().scale() > 0) {
            say(Finding.HANDLING_OUT_OF_RANGE, number.toPlainString(), Handling.MOST_DAYS);
            return null;
        }
        return number.intValueExact();
    }

    private @Nullable BigDecimal number(Column column, @Nullable String text) throws AnswerNeeded {
        if (text == null) {
            return null;
        }
        return switch (numbers.read(text)) {
            case Numbers.Reading.Value value -> value.number();
            case Numbers.Reading.Ambiguous ambiguous ->
                throw new AnswerNeeded(
                        Question.NUMBERS,
                        record,
                        column.title(),
                        Issue.of(record, text, Finding.NOT_A_NUMBER).sku());
            case Numbers.Reading.NotANumber not -> {
                say(Finding.NOT_A_NUMBER, column.title(), text);
                yield null;
            }
        };
    }

    @Nullable
    String note(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String note = text.replaceAll("[\\p{Cntrl}&&[^\\n]]", " ").strip();
        int length = note.codePointCount(0, note.length());
        if (length > Offers.LONGEST_NOTE) {
            say(Finding.NOTE_TOO_LONG, length, Offers.LONGEST_NOTE);
        }
        return note;
    }

    @Nullable
    Condition condition(@Nullable String text) {
        if (text == null) {
            return null;
        }
        Condition condition = CONDITIONS.get(text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""));
        if (condition == null) {
            say(Finding.CONDITION_UNKNOWN, text);
        }
        return condition;
    }

    @Nullable
    UUID template(@Nullable String name) {
        if (name == null) {
            return null;
        }
        UUID template = templates.get(name.strip().toLowerCase(Locale.ROOT));
        if (template == null) {
            say(Finding.TEMPLATE_UNKNOWN, name);
        }
        return template;
    }

    @Nullable
    Boolean yes(Column column, @Nullable String text) {
        if (text == null) {
            return null;
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "y", "1" -> true;
            case "false", "no", "n", "0" -> false;
            default -> {
                say(Finding.NOT_YES_OR_NO, column.title(), text);
                yield null;
            }
        };
    }

    /** The product's id, or its code in canonical form. */
    @Nullable
    String product(@Nullable String id, @Nullable String type) {
        if (id == null) {
            return null;
        }
        String kind = type == null ? "" : type.toUpperCase(Locale.ROOT);
        switch (kind) {
            case "", "1", "ASIN", "2", "ISBN", "3", "UPC", "4", "EAN", "5", "GTIN", "JAN" -> {}
            default -> {
                say(Finding.PRODUCT_ID_TYPE_UNKNOWN, kind);
                return null;
            }
        }
        boolean byId = kind.equals("1") || kind.equals("ASIN");
        if (byId || (kind.isEmpty() && ProductId.isValid(id))) {
            if (!ProductId.isValid(id)) {
                say(Finding.PRODUCT_ID_INVALID, id);
                return null;
            }
            return id;
        }
        return switch (Gtin.read(id)) {
            case Gtin gtin -> gtin.value();
            case GtinRefusal refusal -> {
                say(Finding.PRODUCT_ID_INVALID, id);
                yield null;
            }
        };
    }

    void currency(@Nullable String text) {
        if (text != null && !text.equalsIgnoreCase(currency.getCurrencyCode())) {
            say(Finding.CURRENCY_DIFFERS, text, currency.getCurrencyCode());
        }
    }

    void channel(@Nullable String text) {
        if (text != null
                && !text.equalsIgnoreCase("default")
                && !text.equalsIgnoreCase("merchant")
                && !text.equalsIgnoreCase("mfn")) {
            say(Finding.NOT_OUR_FULFILMENT, text);
        }
    }
}
