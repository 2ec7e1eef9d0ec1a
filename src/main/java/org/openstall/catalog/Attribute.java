package org.openstall.catalog;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a product type asks of a page, as its schema says. Values are kept as text: a number with a point
 * for its decimals, Yes or No, one of the choices' values, or whatever was written.
 *
 * @param section the name of the section it stands in
 * @param unit what a number counts, in the visitor's language; null where it has none
 * @param choices all values allowed, or empty where any is
 * @param least the smallest number allowed
 * @param longest how many characters a text may have
 */
public record Attribute(
        String name,
        Kind kind,
        String section,
        boolean required,
        Words label,
        Words help,
        @Nullable Words unit,
        String example,
        List<Choice> choices,
        @Nullable BigDecimal least,
        @Nullable BigDecimal most,
        @Nullable Integer longest) {
    static final String YES = "Yes";
    static final String NO = "No";
    private static final Words YES_WORDS = new Words(YES, "예", "是");
    private static final Words NO_WORDS = new Words(NO, "아니요", "否");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,9})?");
    private static final Pattern WRITTEN_LINE_BREAK = Pattern.compile("(?<!\\s)\\s*(\\\\n|\\R)\\s*");

    public enum Kind {
        TEXT,
        NUMBER,
        WHOLE_NUMBER,
        YES_OR_NO,
        CHOICE
    }

    /** A value that may be chosen and what people call it. */
    public record Choice(String value, Words label) {}

    public Attribute {
        choices = List.copyOf(choices);
    }

    /**
     * The value in the form in which it is kept, whichever language and width of digits it was written in; null if
     * it is of another kind.
     */
    @Nullable
    String read(String written) {
        String text = Normalizer.normalize(written, Normalizer.Form.NFKC).strip();
        return switch (kind) {
            case TEXT -> written.strip();
            case NUMBER -> NUMBER.matcher(text).matches() ? text : null;
            case WHOLE_NUMBER -> NUMBER.matcher(text).matches() ? whole(text) : null;
            case YES_OR_NO ->
                YES_WORDS.contains(text) || text.equalsIgnoreCase("true")
                        ? YES
                        : NO_WORDS.contains(text) || text.equalsIgnoreCase("false") ? NO : null;
            case CHOICE ->
                choices.stream()
                        .filter(it ->
                                it.value().equalsIgnoreCase(text) || it.label().contains(text))
                        .map(Choice::value)
                        .findFirst()
                        .orElse(text);
        };
    }

    /** 24.0 is the whole number 24; 24.5 stays as it is, to be refused. */
    private static String whole(String number) {
        BigDecimal value = new BigDecimal(number).stripTrailingZeros();
        return value.scale() <= 0 ? value.toPlainString() : number;
    }

    /** A value as people read it: translated, with its unit. */
    public String shown(String value, Locale language) {
        String readable = WRITTEN_LINE_BREAK.matcher(value.strip()).replaceAll(", ");
        return switch (kind) {
            case YES_OR_NO, CHOICE -> label(readable, language);
            case NUMBER, WHOLE_NUMBER -> withUnit(readable, language);
            case TEXT -> readable;
        };
    }

    private String label(String value, Locale language) {
        return options().stream()
                .filter(it -> it.value().equalsIgnoreCase(value))
                .map(it -> it.label().in(language))
                .findFirst()
                .orElse(value);
    }

    /** What a form offers to choose from; empty where one types. */
    public List<Choice> options() {
        return kind == Kind.YES_OR_NO ? List.of(new Choice(YES, YES_WORDS), new Choice(NO, NO_WORDS)) : choices;
    }

    /** The options' names in one line. */
    String listed(Locale language) {
        return options().stream().map(it -> it.label().in(language)).collect(Collectors.joining(", "));
    }

    /** A number that counts something has its digits grouped; one that does not, such as a year, has not. */
    String withUnit(String number, Locale language) {
        if (unit == null || !NUMBER.matcher(number).matches()) {
            return number;
        }
        NumberFormat format = NumberFormat.getNumberInstance(language);
        format.setMaximumFractionDigits(9);
        return format.format(new BigDecimal(number)) + ' ' + unit.in(language);
    }

    /** What is allowed, for a table of definitions: choices, limits, or nothing. */
    String allowed(Locale language) {
        if (!options().isEmpty()) {
            return listed(language);
        }
        if (least != null && most != null) {
            return least.toPlainString() + " – " + withUnit(most.toPlainString(), language);
        }
        return longest == null ? "" : "≤ " + longest;
    }
}
