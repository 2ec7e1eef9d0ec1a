package org.openstall.shipping;

import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything about how one seller ships in one marketplace, ready to reckon with.
 *
 * @param templates all of them, or the usual one; exactly one is the default
 * @param cutOff until when, by the marketplace's clock, an order counts as of the same day
 * @param handling what he promises of an offer that says nothing itself
 */
public record SellerShipping(List<Template> templates, LocalTime cutOff, Promise.Handling handling) {

    public SellerShipping {
        templates = List.copyOf(templates);
    }

    public Template byDefault() {
        return templates.stream().filter(Template::isDefault).findFirst().orElse(templates.getFirst());
    }

    /** The template of that id; the default for none, and for one that has been deleted. */
    public Template template(@Nullable UUID id) {
        if (id != null) {
            for (Template template : templates) {
                if (template.id().equals(id)) {
                    return template;
                }
            }
        }
        return byDefault();
    }
}
