package org.openstall.sellerdesk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openstall.fulfilment.ConfirmationResult;
import org.openstall.pages.Frame;
import org.openstall.shipping.Carrier;
import org.openstall.shipping.TrackingNumbers;

/**
 * Why something said of a package was refused.
 *
 * @param field which is to be changed
 * @param key of the text
 * @param arguments of the text
 * @param examples numbers that would be right
 */
public record Refusal(String field, String key, List<Object> arguments, List<String> examples) {

    public Refusal {
        arguments = List.copyOf(arguments);
        examples = List.copyOf(examples);
    }

    private Refusal(String field, String key, Object... arguments) {
        this(field, "desk.confirm.refused." + key, List.of(arguments), List.of());
    }

    /** The arguments as the page says them. */
    public Object[] arguments(Frame frame) {
        return arguments.stream()
                .map(it -> it instanceof Carrier carrier ? frame.carrier(carrier) : it)
                .toArray();
    }

    public boolean isAbout(String each) {
        return field.equals(each);
    }

    /** No carrier can be told from the number, or too many. */
    static Refusal ofCarrier(ConfirmForm form) {
        return TrackingNumbers.recognize(form.trackingNumber()).isEmpty()
                ? new Refusal("carrier", "carrier-not-recognized")
                : new Refusal("carrier", "carrier-ambiguous");
    }

    static Refusal ofUnits() {
        return new Refusal("units", "units-not-whole");
    }

    /** Empty for what has been confirmed, and for what no other input would mend. */
    static Optional<Refusal> of(ConfirmationResult result) {
        return switch (result) {
            case ConfirmationResult.Confirmed confirmed -> Optional.empty();
            case ConfirmationResult.NumberRefused refused ->
                Optional.of(new Refusal(
                        "trackingNumber",
                        "desk.confirm.refused.number-" + name(refused.why().reason()),
                        List.of(refused.carrier() == Carrier.OTHER ? "" : refused.carrier()),
                        refused.why().examples()));
            case ConfirmationResult.TooMany many -> {
                ConfirmationResult.Excess first = many.excesses().getFirst();
                yield Optional.of(new Refusal("units", "too-many", first.title(), first.asked(), first.left()));
            }
            case ConfirmationResult.Refused refused -> of(refused.reason());
        };
    }

    /** What is to be said of a refusal whatever it is: where several are shown, none leads elsewhere. */
    static Refusal ofAny(ConfirmationResult refused) {
        return of(refused)
                .orElseGet(() -> refused instanceof ConfirmationResult.Refused plain
                        ? new Refusal("order", name(plain.reason()))
                        : new Refusal("order", "no-such-order"));
    }

    private static Optional<Refusal> of(ConfirmationResult.Reason reason) {
        String name = name(reason);
        return switch (reason) {
            case TRACKING_NUMBER_MISSING -> Optional.of(new Refusal("trackingNumber", name));
            case CARRIER_NAME_MISSING -> Optional.of(new Refusal("carrier", name));
            case TRACKING_LINK_REFUSED -> Optional.of(new Refusal("trackingLink", name));
            case TEXT_TOO_LONG -> Optional.of(new Refusal("method", name));
            case NOTHING_IN_IT, NO_SUCH_LINE -> Optional.of(new Refusal("units", name));
            case NO_SUCH_ORDER, ALREADY_SHIPPED, DELIVERED, CANCELLED -> Optional.empty();
        };
    }

    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
