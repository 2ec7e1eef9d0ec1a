package org.openstall.catalog;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one attribute of a page. Its text is that of {@link #key} with {@link #arguments}, and says which
 * field it is about and what to do.
 *
 * @param name the attribute's name, or what was written where there is none of that name
 * @param attribute null where the type has no such attribute
 * @param written the value in question, empty if it is missing
 */
public record AttributeProblem(
        String name, Kind kind, @Nullable Attribute attribute, String written, ProductType type) {
    private static final int MOST_SHOWN = 60;

    public enum Kind {
        MISSING,
        NOT_A_NUMBER,
        NOT_WHOLE,
        TOO_SMALL,
        TOO_LARGE,
        TOO_LONG,
        NOT_ALLOWED,
        NOT_YES_OR_NO,
        WRONG_FORM,
        UNKNOWN
    }

    /** The text's key in the message bundles. */
    public String key() {
        return "catalog.problem." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The field's label, what was written, what is allowed, an example: whichever the text tells. */
    public Object[] arguments(Locale language) {
        if (attribute == null) {
            return new Object[] {name, type.name().in(language)};
        }
        List<String> arguments = List.of(
                attribute.label().in(language),
                written.length() > MOST_SHOWN ? written.substring(0, MOST_SHOWN) + '…' : written,
                limit(attribute, language),
                attribute.shown(attribute.example(), language));
        return arguments.toArray();
    }

    private String limit(Attribute about, Locale language) {
        return switch (kind) {
            case TOO_SMALL ->
                about.withUnit(Objects.requireNonNull(about.least()).toPlainString(), language);
            case TOO_LARGE ->
                about.withUnit(Objects.requireNonNull(about.most()).toPlainString(), language);
            case TOO_LONG -> Objects.requireNonNull(about.longest()).toString();
            case NOT_ALLOWED, NOT_YES_OR_NO -> about.listed(language);
            case MISSING, NOT_A_NUMBER, NOT_WHOLE, WRONG_FORM, UNKNOWN -> "";
        };
    }
}
