package org.openstall;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openstall.TestBrowser.Answer;

/** The form of a checkout page, filled in. */
public final class CheckoutForm {
    private static final Pattern HIDDEN = Pattern.compile("name=\"(checkout|seen|shipping|tax)\" value=\"([^\"]+)\"");

    private CheckoutForm() {}

    /** What the page itself sends along, as names and values in turn. */
    public static List<String> hidden(Answer page) {
        List<String> fields = new ArrayList<>();
        Matcher matcher = HIDDEN.matcher(page.body());
        while (matcher.find()) {
            fields.addAll(List.of(matcher.group(1), matcher.group(2)));
        }
        return fields;
    }

    /** Filled in by Omar, who lives in Portland, with a card that pays; {@code more} are names and values in turn. */
    public static String[] of(Answer page, String... more) {
        return to("Omar Haddad", "OR", "97205", page, more);
    }

    /** The same, going to somebody else or to somewhere else. */
    public static String[] to(String name, String region, String postcode, Answer page, String... more) {
        return filled(page, name, region, postcode, "4242 4242 4242 4242", more);
    }

    /** The same as Omar's, paid with another card. */
    public static String[] paidWith(String card, Answer page) {
        return filled(page, "Omar Haddad", "OR", "97205", card);
    }

    private static String[] filled(
            Answer page, String name, String region, String postcode, String card, String... more) {
        List<String> fields = hidden(page);
        fields.addAll(List.of("name", name, "line1", "12 Alder St", "city", "Portland", "region", region));
        fields.addAll(List.of("postalCode", postcode, "card", card, "expires", "12/99", "holder", "Omar Haddad"));
        fields.addAll(List.of(more));
        return fields.toArray(String[]::new);
    }
}
