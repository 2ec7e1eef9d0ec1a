package org.openstall.sellerdesk;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openstall.listings.Handling;
import org.openstall.shipping.Promise;

/**
 * What a seller has typed for his default handling time; nothing goes by the marketplace's.
 *
 * @param error the key of what is wrong with it, if anything
 */
public record HandlingForm(
        String least, String most, @Nullable String error) {

    static HandlingForm of(Promise.@Nullable Handling own) {
        return own == null
                ? new HandlingForm("", "", null)
                : new HandlingForm(Integer.toString(own.least()), Integer.toString(own.most()), null);
    }

    /** What was read; if it may not be, the form says why. */
    record Reading(Promise.@Nullable Handling handling, HandlingForm form) {}

    static Reading read(String least, String most) {
        TypedFields fields = new TypedFields();
        Handling typed = new Handling(fields.days("handling", least), fields.days("handling", most));
        Map<String, String> errors = fields.errors();
        typed.refusals().forEach(it -> errors.putIfAbsent(TypedFields.fieldOf(it), TypedFields.textOf(it)));
        return errors.isEmpty()
                ? new Reading(typed.own().orElse(null), new HandlingForm(least, most, null))
                : new Reading(null, new HandlingForm(least, most, errors.get("handling")));
    }
}
