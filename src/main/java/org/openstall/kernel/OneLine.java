package org.openstall.kernel;

import java.util.regex.Pattern;

/** Text in which nothing begins a line of its own, wherever it is written: on a label, in a table, in a mail's header. */
public final class OneLine {
    /** Begins where its blanks begin and nowhere between them: a million of them are looked at once. */
    private static final Pattern BREAKS =
            Pattern.compile("(?<!\\p{Zs})\\p{Zs}*+[\\p{Cntrl}\\u0085\\u2028\\u2029][\\p{Z}\\p{Cntrl}\\u0085]*");

    private OneLine() {}

    /** The text without blanks at its ends, each line end and control character with the blanks around it being one. */
    public static String of(String text) {
        return (isOne(text) ? text : BREAKS.matcher(text).replaceAll(" ")).strip();
    }

    private static boolean isOne(String text) {
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each < ' ' || each == 0x7f || each == 0x85 || each == 0x2028 || each == 0x2029) {
                return false;
            }
        }
        return true;
    }
}
