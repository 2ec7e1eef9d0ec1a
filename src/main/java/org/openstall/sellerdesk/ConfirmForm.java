package org.openstall.sellerdesk;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openstall.fulfilment.Label;
import org.openstall.fulfilment.NewLabel;
import org.openstall.ordering.Order;
import org.openstall.shipping.Carrier;
import org.openstall.shipping.ServiceLevel;
import org.openstall.shipping.TrackingNumbers;

/**
 * What a seller has typed about a package.
 *
 * @param carrier {@link #RECOGNIZE} or a constant's name
 * @param units what is in it, as typed, by line; a line that is missing goes in with all that is left of it
 */
public record ConfirmForm(
        String trackingNumber,
        String carrier,
        String carrierName,
        String trackingLink,
        String method,
        ServiceLevel serviceLevel,
        Map<Integer, String> units) {
    /** Stands for the carrier whose number it is. */
    public static final String RECOGNIZE = "";

    private static final String UNITS = "units.";

    public ConfirmForm {
        trackingNumber = trackingNumber.strip();
        units = Map.copyOf(units);
    }

    /** Nothing filled in but the service that the buyer has chosen. */
    static ConfirmForm blank(Order order) {
        return new ConfirmForm(
                "",
                RECOGNIZE,
                "",
                "",
                "",
                Objects.requireNonNullElse(order.service(), ServiceLevel.STANDARD),
                Map.of());
    }

    /** From the fields of a posted form. */
    static ConfirmForm of(Map<String, String> fields) {
        Map<Integer, String> units = new TreeMap<>();
        fields.forEach((name, value) -> {
            if (name.matches("units\\.\\d{1,6}")) {
                units.put(Integer.parseInt(name.substring(UNITS.length())), value.strip());
            }
        });
        return new ConfirmForm(
                fields.getOrDefault("trackingNumber", ""),
                fields.getOrDefault("carrier", RECOGNIZE),
                fields.getOrDefault("carrierName", ""),
                fields.getOrDefault("trackingLink", ""),
                fields.getOrDefault("method", ""),
                Arrays.stream(ServiceLevel.values())
                        .filter(it -> it.name().equals(fields.get("serviceLevel")))
                        .findFirst()
                        .orElse(ServiceLevel.STANDARD),
                units);
    }

    /** A label as it is, to be corrected. */
    static ConfirmForm of(Label label) {
        return new ConfirmForm(
                label.trackingNumber() == null ? "" : label.trackingNumber(),
                label.carrier().name(),
                label.carrier() == Carrier.OTHER ? label.carrierName() : "",
                label.trackingLink() == null ? "" : label.trackingLink().toString(),
                label.method(),
                label.serviceLevel(),
                Map.of());
    }

    public List<ServiceLevel> serviceLevels() {
        return Arrays.asList(ServiceLevel.values());
    }

    /** The carrier chosen or else recognised beyond doubt, were it for a typing mistake; empty if neither. */
    Optional<Carrier> settledCarrier() {
        return carrier.equals(RECOGNIZE)
                ? TrackingNumbers.settle(trackingNumber)
                        .map(TrackingNumbers.Candidate::carrier)
                        .or(() -> TrackingNumbers.recognize(trackingNumber).isEmpty()
                                ? TrackingNumbers.mistyped(trackingNumber)
                                : Optional.empty())
                : Arrays.stream(Carrier.values())
                        .filter(it -> it.name().equals(carrier))
                        .findFirst();
    }

    NewLabel label(Carrier settled) {
        return new NewLabel(settled, carrierName, trackingNumber, trackingLink, method, serviceLevel);
    }

    /** The field for the carrier, with what was wrong with it. */
    public CarrierChoice choice(@Nullable Refusal refusal) {
        return new CarrierChoice(
                carrier,
                carrierName,
                trackingLink,
                carrier.equals(RECOGNIZE) ? TrackingNumbers.recognize(trackingNumber) : List.of(),
                refusal != null && refusal.isAbout("carrier") ? refusal.key() : null,
                refusal != null && refusal.isAbout("trackingLink") ? refusal.key() : null);
    }
}
