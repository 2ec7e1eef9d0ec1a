package org.openstall.fulfilment;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openstall.shipping.Carrier;
import org.openstall.shipping.ServiceLevel;
import org.openstall.shipping.TrackingLink;
import org.openstall.shipping.TrackingNumbers;

/**
 * How a package travels.
 *
 * @param carrierName what the carrier is called
 * @param trackingNumber as the carrier writes it; null when an import did not know it
 * @param trackingLink the page of a carrier that is not known here
 * @param method the carrier's product, in the seller's words; may be empty
 */
public record Label(
        Carrier carrier,
        String carrierName,
        @Nullable String trackingNumber,
        @Nullable TrackingLink trackingLink,
        String method,
        ServiceLevel serviceLevel) {
    static final int LONGEST_TEXT = 60;

    /** A label that may be used, or why not. */
    sealed interface Checked {
        record Fine(Label label) implements Checked {}

        record Wrong(ConfirmationResult why) implements Checked {}
    }

    /** The carrier's page about the package, where it has one. */
    public Optional<URI> trackingPage() {
        return trackingLink != null
                ? Optional.of(trackingLink.uri())
                : Optional.ofNullable(trackingNumber).flatMap(carrier::trackingPage);
    }

    static Checked check(NewLabel typed) {
        boolean unknown = typed.carrier() == Carrier.OTHER;
        String number = typed.trackingNumber().strip();
        String name = unknown ? typed.carrierName().strip() : typed.carrier().title();
        String method = typed.method().strip();
        String link = unknown ? typed.trackingLink().strip() : "";
        if (number.isEmpty()) {
            return wrong(ConfirmationResult.Reason.TRACKING_NUMBER_MISSING);
        }
        if (name.isEmpty()) {
            return wrong(ConfirmationResult.Reason.CARRIER_NAME_MISSING);
        }
        if (Math.max(number.length(), Math.max(name.length(), method.length())) > LONGEST_TEXT) {
            return wrong(ConfirmationResult.Reason.TEXT_TOO_LONG);
        }
        Optional<TrackingLink> page = TrackingLink.read(link);
        if (!link.isEmpty() && page.isEmpty()) {
            return wrong(ConfirmationResult.Reason.TRACKING_LINK_REFUSED);
        }
        return switch (TrackingNumbers.check(typed.carrier(), number)) {
            case TrackingNumbers.Check.Refused refused ->
                new Checked.Wrong(new ConfirmationResult.NumberRefused(typed.carrier(), refused));
            case TrackingNumbers.Check.Accepted accepted ->
                new Checked.Fine(new Label(
                        typed.carrier(), name, accepted.number(), page.orElse(null), method, typed.serviceLevel()));
        };
    }

    private static Checked wrong(ConfirmationResult.Reason reason) {
        return new Checked.Wrong(new ConfirmationResult.Refused(reason));
    }
}
