package org.openstall.shipping;

import java.util.Arrays;
import java.util.List;

/**
 * Something in a template that keeps it from being saved.
 *
 * @param rate the number of the rate in the template, from 0; -1 where it is about the whole
 * @param arguments what the text that tells of it needs: places that are not known, limits
 */
public record TemplateProblem(int rate, Kind kind, List<String> arguments) {

    public TemplateProblem {
        arguments = List.copyOf(arguments);
    }

    static TemplateProblem of(int rate, Kind kind, Object... arguments) {
        return new TemplateProblem(
                rate, kind, Arrays.stream(arguments).map(String::valueOf).toList());
    }

    /** What is wrong. */
    public enum Kind {
        NAME_MISSING,
        NAME_TOO_LONG,
        /** The seller has another template of that name in the marketplace. */
        NAME_TAKEN,
        /** He has as many as anybody may have. */
        TOO_MANY_TEMPLATES,
        NO_RATES,
        TOO_MANY_RATES,
        STATES_MISSING,
        STATES_UNKNOWN,
        POSTCODES_MISSING,
        POSTCODES_UNREADABLE,
        COUNTRIES_UNKNOWN,
        TOO_MANY_PLACES,
        ADDRESS_TYPES_MISSING,
        TRANSIT_OUT_OF_RANGE,
        TRANSIT_REVERSED,
        FEE_OUT_OF_RANGE,
        BANDS_MISSING,
        BANDS_NOT_FROM_ZERO,
        BANDS_UNORDERED,
        FREE_FROM_OUT_OF_RANGE,
        /** Only the service for other countries goes there, and it goes nowhere else. */
        SERVICE_NOT_ABROAD,
        /** Another rate holds for the same goods, service and some of the same places, and is as much to the point. */
        COLLISION
    }
}
