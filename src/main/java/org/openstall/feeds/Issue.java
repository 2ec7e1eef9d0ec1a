package org.openstall.feeds;

import java.util.List;

/**
 * What is to be said of a row.
 *
 * @param record the number of the row in its file, from 1, without the header
 * @param sku as it stands in the file, perhaps shortened
 */
public record Issue(int record, String sku, Finding finding, List<String> arguments) {
    private static final int LONGEST = 200;

    public Issue {
        sku = shortened(sku);
        arguments = arguments.stream().map(Issue::shortened).toList();
    }

    static Issue of(int record, String sku, Finding finding, Object... arguments) {
        return new Issue(
                record,
                sku,
                finding,
                List.of(arguments).stream().map(String::valueOf).toList());
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
