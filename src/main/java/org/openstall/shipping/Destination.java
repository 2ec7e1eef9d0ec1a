package org.openstall.shipping;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where something is to be shipped to, as far as services and fees depend on it.
 *
 * @param country two letters
 * @param state the code of the state, if there is one that is known
 * @param postcode bare; empty if it is not known yet, which one that cannot be read is not
 */
public record Destination(String country, @Nullable String state, String postcode, AddressType type) {
    private static final Pattern PO_BOX = Pattern.compile(
            "\\bp\\.?\\s*o\\.?\\s*box\\b|\\bpost\\s*office\\s*box\\b|\\bpo\\s*box|\\bcaixa\\s+postal\\b|\\bapartado\\b|私書箱|郵政信箱|사서함",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MILITARY = Pattern.compile("\\b(?:APO|FPO|DPO)\\b");

    /** Of somebody of whom only the country is known. */
    public static Destination somewhereIn(String country) {
        return new Destination(country, null, "", AddressType.STREET);
    }

    /** Of an address in full, or in so far as it is known: any of the texts may be empty. */
    public static Destination of(String country, String region, String postalCode, String city, String lines) {
        String postcode = Postcodes.bare(postalCode);
        String state = Subdivisions.recognize(country, region, postcode)
                .map(Subdivisions.Subdivision::code)
                .orElse(null);
        AddressType type = country.equals("US") && isMilitary(state, city)
                ? AddressType.MILITARY
                : PO_BOX.matcher(lines).find() ? AddressType.PO_BOX : AddressType.STREET;
        return new Destination(country, state, postcode, type);
    }

    private static boolean isMilitary(@Nullable String state, String city) {
        return "AA".equals(state)
                || "AE".equals(state)
                || "AP".equals(state)
                || MILITARY.matcher(city).find();
    }

    /** Whether nothing but the country is known. */
    public boolean isVague() {
        return state == null && postcode.isEmpty();
    }
}
