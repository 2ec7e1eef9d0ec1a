package org.openstall.sellerdesk;

import java.text.Bidi;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.Money;
import org.openstall.marketplaces.Marketplace;
import org.openstall.ordering.Address;
import org.openstall.ordering.Order;
import org.openstall.ordering.OrderLine;
import org.openstall.pages.Formats;
import org.openstall.pages.Language;
import org.openstall.pages.Texts;

/** The packing slip of an order, in its buyer's language. */
public final class Slip {
    private final Order order;
    private final String store;
    private final String note;
    private final boolean priced;
    private final Language language;
    private final Texts texts;
    private final Formats formats;

    /** @param priced whether prices may be shown; to the receiver of a gift they never are */
    Slip(
            Order order,
            Marketplace marketplace,
            String store,
            String note,
            boolean priced,
            Language language,
            Texts texts) {
        this.order = order;
        this.store = store;
        this.note = note;
        this.priced = priced;
        this.language = language;
        this.texts = texts;
        this.formats = new Formats(language.locale(), marketplace.zone());
    }

    public String t(String key, @Nullable Object... arguments) {
        return texts.text(language, key, arguments);
    }

    public String language() {
        return language.tag();
    }

    public Order order() {
        return order;
    }

    public String store() {
        return printable(store);
    }

    /** The seller's words to his buyers, line by line; none if he has written none. */
    public List<String> note() {
        return note.isEmpty() ? List.of() : note.lines().map(Slip::printable).toList();
    }

    /** The buyer's words to whom he gives a line, line by line. */
    public List<String> message(OrderLine line) {
        return line.gift() == null
                ? List.of()
                : line.gift().lines().stream().map(Slip::printable).toList();
    }

    public boolean isPriced() {
        return priced && !order.isGift();
    }

    public String ordered() {
        return formats.date(order.orderedAt());
    }

    public String number(long number) {
        return formats.number(number);
    }

    public String money(Money money) {
        return formats.money(money);
    }

    /** Where it goes, as on a label. */
    public List<String> address() {
        Address to = order.shipTo();
        String place =
                Stream.of(to.city(), to.region()).filter(it -> !it.isEmpty()).collect(Collectors.joining(" "));
        // Beside Arabic letters the groups of a number would change places.
        boolean together = direction(place).equals("ltr");
        String country = Locale.of("", to.country()).getDisplayCountry(language.locale());
        return Stream.of(
                        to.name(),
                        to.line1(),
                        to.line2(),
                        together ? place + " " + to.postalCode() : place,
                        together ? "" : to.postalCode(),
                        country)
                .map(Slip::printable)
                .filter(it -> !it.isEmpty())
                .toList();
    }

    /** Which way a line of any script runs: that of its first letter. */
    public String direction(String line) {
        return new Bidi(line, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight() ? "ltr" : "rtl";
    }

    /** The text without what is no character of a printed page, and what XML does not know. */
    public static String printable(String text) {
        return text.codePoints()
                .filter(it -> it >= ' ' && !Character.isISOControl(it) && Character.getType(it) != Character.SURROGATE)
                .filter(it -> it < 0xFFFE || it > 0xFFFF)
                // These would turn around what stands after them.
                .filter(it -> !(it >= 0x202A && it <= 0x202E) && !(it >= 0x2066 && it <= 0x2069))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }
}
