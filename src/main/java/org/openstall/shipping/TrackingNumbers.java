package org.openstall.shipping;

import static org.openstall.shipping.NumberFormat.Fit.CHECK_DIGIT;
import static org.openstall.shipping.NumberFormat.Fit.FITS;
import static org.openstall.shipping.NumberFormat.Fit.FORM;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads tracking numbers as people and programs write them; blanks, hyphens and case do not matter. */
public final class TrackingNumbers {
    private static final Pattern BLANKS_AND_HYPHENS = Pattern.compile("[\\s\\-\u2010-\u2013\u00a0\u3000]");
    private static final Pattern PLAUSIBLE = Pattern.compile("[A-Z0-9]{4,40}");

    /**
     * A carrier whose number this may be.
     *
     * @param number the one to ask the carrier by
     * @param weight how much speaks for it, to be compared with that of other candidates
     */
    public record Candidate(Carrier carrier, String number, String service, int weight) {}

    /** What a number turned out to be for the carrier that it was said to be of. */
    public sealed interface Check {
        record Accepted(Carrier carrier, String number, String service) implements Check {}

        /** {@code examples} show what the carrier's numbers look like. */
        record Refused(Reason reason, List<String> examples) implements Check {}
    }

    public enum Reason {
        /** The carrier has no numbers of this length. */
        LENGTH,
        /** The length is right, but not the kind or place of letters and digits. */
        FORM,
        /** Everything is right but the check digit: most likely a typing mistake. */
        CHECK_DIGIT
    }

    private TrackingNumbers() {}

    /** The carriers whose number this may be, the most likely first. */
    public static List<Candidate> recognize(String text) {
        String number = bare(text);
        Map<Carrier, Candidate> candidates = new LinkedHashMap<>();
        for (NumberFormat format : NumberFormats.ALL) {
            if (format.fit(number) == FITS) {
                Carrier carrier = format.carrierOf(number);
                candidates.merge(
                        carrier,
                        new Candidate(carrier, format.normalised(number), format.service(), format.weight()),
                        (first, other) -> other.weight() > first.weight() ? other : first);
            }
        }
        return candidates.values().stream()
                .sorted(Comparator.comparingInt(Candidate::weight).reversed())
                .toList();
    }

    /** The carrier whose number this is, if no other has as good a claim to it. */
    public static Optional<Candidate> settle(String text) {
        List<Candidate> candidates = recognize(text);
        boolean open = candidates.size() > 1
                && candidates.get(0).weight() == candidates.get(1).weight();
        return open ? Optional.empty() : candidates.stream().findFirst();
    }

    /**
     * The carrier whose number it would be if its check digit fitted, where the form leaves no doubt. That tells a
     * typing mistake from a number that nobody knows.
     */
    public static Optional<Carrier> mistyped(String text) {
        String number = bare(text);
        return NumberFormats.ALL.stream()
                .filter(NumberFormat::isUnmistakable)
                .filter(it -> it.fit(number) == CHECK_DIGIT)
                .map(it -> it.carrierOf(number))
                .findFirst();
    }

    public static Check check(Carrier carrier, String text) {
        String number = bare(text);
        if (carrier == Carrier.OTHER) {
            return PLAUSIBLE.matcher(number).matches()
                    ? new Check.Accepted(carrier, number, carrier.title())
                    : new Check.Refused(Reason.FORM, List.of());
        }
        List<NumberFormat> formats = formatsOf(carrier, number);
        for (NumberFormat format : formats) {
            if (format.fit(number) == FITS) {
                return new Check.Accepted(carrier, format.normalised(number), format.service());
            }
        }
        return new Check.Refused(
                reason(formats, number),
                formats.stream().map(NumberFormat::example).distinct().toList());
    }

    /** A national post also accepts the S10 numbers of its country, and the post of the world all of them. */
    private static List<NumberFormat> formatsOf(Carrier carrier, String number) {
        return NumberFormats.ALL.stream()
                .filter(it -> it.carrier() == carrier || it.carrierOf(number) == carrier)
                .toList();
    }

    private static Reason reason(List<NumberFormat> formats, String number) {
        Set<NumberFormat.Fit> fits = formats.stream().map(it -> it.fit(number)).collect(Collectors.toSet());
        if (fits.contains(CHECK_DIGIT)) {
            return Reason.CHECK_DIGIT;
        }
        return fits.contains(FORM) ? Reason.FORM : Reason.LENGTH;
    }

    /** A number as carriers write it: without blanks and hyphens, in capitals. */
    public static String bare(String text) {
        return BLANKS_AND_HYPHENS.matcher(text).replaceAll("").toUpperCase(Locale.ROOT);
    }
}
