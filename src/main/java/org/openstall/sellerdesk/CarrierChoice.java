package org.openstall.sellerdesk;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openstall.pages.Frame;
import org.openstall.pages.View;
import org.openstall.shipping.Carrier;
import org.openstall.shipping.TrackingNumbers;

/**
 * The field for the carrier.
 *
 * @param chosen the carrier's constant, or {@link ConfirmForm#RECOGNIZE}
 * @param recognized whose number it may be, the most likely first
 * @param trackingLink the page of a carrier that is not known here
 * @param error key of what is wrong with the choice
 * @param linkError key of what is wrong with the link
 */
public record CarrierChoice(
        String chosen,
        String carrierName,
        String trackingLink,
        List<TrackingNumbers.Candidate> recognized,
        @Nullable String error,
        @Nullable String linkError)
        implements View {

    /** Whether more than one carrier has an equal claim to the number, so that the seller is to choose. */
    public boolean isOpen() {
        return recognized.size() > 1
                && recognized.get(0).weight() == recognized.get(1).weight();
    }

    /** All whose number it may be. */
    public List<Carrier> candidates() {
        return recognized.stream().map(TrackingNumbers.Candidate::carrier).toList();
    }

    /** The carriers to choose from: those whose number it may be first. */
    public List<Carrier> carriers() {
        return Stream.concat(
                        recognized.stream().map(TrackingNumbers.Candidate::carrier), Arrays.stream(Carrier.values()))
                .distinct()
                .toList();
    }

    /** The less likely carriers. */
    public List<Carrier> alsoRecognized() {
        return candidates().subList(1, recognized.size());
    }

    /** The most likely carrier with its service, where that says more. */
    public String likely(Frame frame) {
        TrackingNumbers.Candidate first = recognized.getFirst();
        String name = frame.carrier(first.carrier());
        return first.service().equals(first.carrier().title()) ? name : name + " (" + first.service() + ")";
    }
}
