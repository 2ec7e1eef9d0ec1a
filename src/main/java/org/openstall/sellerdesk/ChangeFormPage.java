package org.openstall.sellerdesk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openstall.catalog.Attribute;
import org.openstall.catalog.PageField;
import org.openstall.catalog.Product;
import org.openstall.pages.Frame;
import org.openstall.pages.View;

/**
 * Asks for a correction of a page: first of what, then how.
 *
 * @param fields all that the page tells or might tell
 * @param chosen null until the seller has said what is wrong
 * @param id of the request, made with the form, so that it counts once however often it is sent
 * @param attribute what the page's type says of the field, if it is one of its attributes
 * @param errors texts by field
 */
public record ChangeFormPage(
        Stall stall,
        Product product,
        List<Line> fields,
        @Nullable Line chosen,
        UUID id,
        String wanted,
        String reason,
        @Nullable Attribute attribute,
        Map<String, String> errors,
        List<ShownChange> history)
        implements View {

    /** Something that the page tells; the value is empty if it does not yet. */
    public record Line(PageField field, String label, String value) {}

    public ChangeFormPage {
        fields = List.copyOf(fields);
        errors = Map.copyOf(errors);
        history = List.copyOf(history);
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : errors.containsKey("stale") ? 409 : 422;
    }

    public String link(Frame frame, Line line) {
        return frame.link("/seller/catalogue/changes/new", "product", product.id())
                + '&'
                + frame.link("", "field", line.field().text()).substring(1);
    }

    /** What may be chosen for the field; empty if one types. */
    public Map<String, String> options(Frame frame) {
        Map<String, String> options = new LinkedHashMap<>();
        if (attribute != null && !attribute.options().isEmpty()) {
            options.put("", "–");
            attribute
                    .options()
                    .forEach(it -> options.put(
                            it.value(), it.label().in(frame.language().locale())));
        }
        return options;
    }
}
