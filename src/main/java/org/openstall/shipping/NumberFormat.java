package org.openstall.shipping;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of a carrier's forms of number, on numbers without blanks and hyphens. In {@code form} the group {@code number}
 * is what the carrier is asked by, {@code serial} and {@code check} are what the check digit is computed from and the
 * digit itself; each may be missing.
 *
 * @param service what the carrier calls it
 * @param example a number that fits, to show to people
 */
record NumberFormat(
        Carrier carrier, String service, String example, int shortest, int longest, Pattern form, CheckDigit check) {
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    enum Fit {
        FITS,
        LENGTH,
        FORM,
        CHECK_DIGIT
    }

    Fit fit(String number) {
        if (number.length() < shortest || number.length() > longest) {
            return Fit.LENGTH;
        }
        Matcher matcher = form.matcher(number);
        if (!matcher.matches() || !knownCountry(matcher)) {
            return Fit.FORM;
        }
        return has("check")
                        && !check.fits(
                                matcher.group("serial"), matcher.group("check").charAt(0))
                ? Fit.CHECK_DIGIT
                : Fit.FITS;
    }

    /** The part of a fitting number by which its carrier knows the package; the rest is routing. */
    String normalised(String number) {
        Matcher matcher = form.matcher(number);
        return has("number") && matcher.matches() ? matcher.group("number") : number;
    }

    /** Whose number it is: for a postal one, the country's own service. */
    Carrier carrierOf(String number) {
        Matcher matcher = form.matcher(number);
        return has("country") && matcher.matches() ? Carrier.ofCountry(matcher.group("country")) : carrier;
    }

    /** How sure it makes of the carrier: a check digit more than letters of its own, and both together most of all. */
    int weight() {
        return (has("check") ? 2 : 0) + (example.chars().anyMatch(Character::isLetter) ? 1 : 0);
    }

    /** Whether a number of this form can hardly be anything else, even if its check digit does not fit. */
    boolean isUnmistakable() {
        return has("check") && (weight() > 2 || shortest >= 20);
    }

    private boolean knownCountry(Matcher matcher) {
        return !has("country") || COUNTRIES.contains(matcher.group("country"));
    }

    private boolean has(String group) {
        return form.namedGroups().containsKey(group);
    }
}
