package org.openstall.catalog;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One thing that a product page tells and that somebody may want changed; {@code attribute} is empty but for one. */
public record PageField(Kind kind, String attribute) {
    private static final String ATTRIBUTE = "attribute/";
    private static final int LONGEST_NAME = 200;

    public enum Kind {
        TITLE,
        BRAND,
        /** All codes of the page, with commas between them. */
        CODE,
        DESCRIPTION,
        IMAGE,
        ATTRIBUTE
    }

    public static PageField of(Kind kind) {
        return new PageField(kind, "");
    }

    public static PageField ofAttribute(String name) {
        return new PageField(Kind.ATTRIBUTE, name);
    }

    /** Reads what {@link #text} has written. */
    public static Optional<PageField> parse(String text) {
        if (text.startsWith(ATTRIBUTE)) {
            String name = text.substring(ATTRIBUTE.length());
            return name.isBlank() || name.length() > LONGEST_NAME ? Optional.empty() : Optional.of(ofAttribute(name));
        }
        for (Kind kind : Kind.values()) {
            if (kind != Kind.ATTRIBUTE && kind.name().toLowerCase(Locale.ROOT).equals(text)) {
                return Optional.of(of(kind));
            }
        }
        return Optional.empty();
    }

    public String text() {
        return kind == Kind.ATTRIBUTE ? ATTRIBUTE + attribute : kind.name().toLowerCase(Locale.ROOT);
    }

    /** What the page says there now; empty if nothing. */
    public String value(Product page) {
        return switch (kind) {
            case TITLE -> page.title();
            case BRAND -> orEmpty(page.brand());
            case CODE -> text(page.codes());
            case DESCRIPTION -> orEmpty(page.description());
            case IMAGE -> orEmpty(page.imageUrl());
            case ATTRIBUTE -> page.attributes().getOrDefault(key(page), "");
        };
    }

    static String text(List<Gtin> codes) {
        return codes.stream().map(Gtin::printed).collect(Collectors.joining(", "));
    }

    /** What a text says of codes, one reading each; a product may have several. */
    static List<GtinReading> codes(String text) {
        return Arrays.stream(text.split("[,;]", -1))
                .filter(it -> !it.isBlank())
                .map(Gtin::read)
                .toList();
    }

    private static List<Gtin> valid(String text) {
        return codes(text).stream()
                .flatMap(it -> it instanceof Gtin code ? Stream.of(code) : Stream.empty())
                .distinct()
                .toList();
    }

    private static String orEmpty(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    /** The name under which the page keeps the attribute: an import may have written it in another form. */
    private String key(Product page) {
        String wanted = ProductType.plain(attribute);
        return page.attributes().containsKey(attribute)
                ? attribute
                : page.attributes().keySet().stream()
                        .filter(it -> ProductType.plain(it).equals(wanted))
                        .findFirst()
                        .orElse(attribute);
    }

    /** The page with another value there; an empty one takes it away. */
    Product with(Product page, String value) {
        String orNull = value.isEmpty() ? null : value;
        Map<String, String> attributes = new LinkedHashMap<>(page.attributes());
        if (kind == Kind.ATTRIBUTE) {
            if (value.isEmpty()) {
                attributes.remove(key(page));
            } else {
                attributes.put(key(page), value);
            }
        }
        return new Product(
                page.id(),
                kind == Kind.TITLE ? value : page.title(),
                kind == Kind.BRAND ? orNull : page.brand(),
                page.category(),
                page.productType(),
                kind == Kind.DESCRIPTION ? orNull : page.description(),
                attributes,
                kind == Kind.CODE ? valid(value) : page.codes(),
                kind == Kind.IMAGE ? orNull : page.imageUrl(),
                page.external(),
                page.createdAt());
    }
}
