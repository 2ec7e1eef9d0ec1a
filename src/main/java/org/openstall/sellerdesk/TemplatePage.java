package org.openstall.sellerdesk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openstall.pages.Frame;
import org.openstall.pages.View;
import org.openstall.sellerdesk.TemplateForm.Complaint;
import org.openstall.shipping.Subdivisions;
import org.openstall.shipping.Template;

/**
 * The form of a shipping template.
 *
 * @param saved as it is kept; null for one that is being made
 * @param others those that could take its place
 * @param uses how many offers name it
 * @param stale whether somebody else has saved it since the form was opened
 * @param states of the marketplace's country
 */
public record TemplatePage(
        Stall stall,
        @Nullable Template saved,
        List<Template> others,
        int uses,
        TemplateForm form,
        Map<String, Complaint> complaints,
        boolean stale,
        List<Subdivisions.Subdivision> states)
        implements View {

    public TemplatePage {
        others = List.copyOf(others);
        complaints = Map.copyOf(complaints);
        states = List.copyOf(states);
    }

    public @Nullable String error(String field, Frame frame) {
        Complaint complaint = complaints.get(field);
        return complaint == null
                ? null
                : frame.t(complaint.key(), complaint.arguments().toArray());
    }

    public String action() {
        UUID id = saved == null ? null : saved.id();
        return id == null ? "/seller/shipping/templates" : "/seller/shipping/templates/" + id;
    }

    /** The choices of a select, in the order of the constants. */
    public static Map<String, String> options(Frame frame, String texts, Enum<?>[] constants) {
        Map<String, String> options = new LinkedHashMap<>();
        for (Enum<?> constant : constants) {
            options.put(constant.name(), frame.t(texts, constant));
        }
        return options;
    }

    @Override
    public int status() {
        return stale ? 409 : complaints.isEmpty() ? 200 : 422;
    }
}
