package org.openstall.kernel;

import java.util.regex.Pattern;

/** Text for files that are opened in spreadsheets: buyers and sellers choose names. */
public final class SheetText {
    private static final Pattern FORMULA = Pattern.compile("[=+\\-@\\t\\r].*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+([.,][0-9]+)*");
    private static final Pattern BREAKS = Pattern.compile("[\\t\\r\\n\\u0085\\u2028\\u2029]+");

    private SheetText() {}

    /** The text, with an apostrophe in front where a spreadsheet would run it as a formula. */
    public static String harmless(String text) {
        return FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches() ? "'" + text : text;
    }

    /** A harmless cell between tabs: on one line. */
    public static String cell(String text) {
        return harmless(BREAKS.matcher(text).replaceAll(" "));
    }
}
