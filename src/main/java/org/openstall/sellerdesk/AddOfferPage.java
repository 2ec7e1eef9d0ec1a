package org.openstall.sellerdesk;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openstall.listings.Condition;
import org.openstall.listings.Offer;
import org.openstall.pages.Frame;
import org.openstall.pages.View;
import org.openstall.shipping.Promise;
import org.openstall.wording.Findings;

/**
 * A product, who sells it, and the form of the seller's own offer.
 *
 * @param others the offers of all, the best price first, with the names of their sellers
 * @param errors keys of what is wrong, by field
 * @param note what there is to say against the condition note as typed
 */
public record AddOfferPage(
        Stall stall,
        ProductMatch match,
        List<Competitor> others,
        TypedOffer form,
        Map<String, String> errors,
        Findings note,
        Promise.Handling usualHandling)
        implements View {

    /** Somebody's offer of the product. */
    public record Competitor(Offer offer, String seller, boolean you) {}

    public AddOfferPage {
        others = List.copyOf(others);
        errors = Map.copyOf(errors);
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 422;
    }

    /** Conditions by name, as a choice. */
    public static Map<String, String> conditions(Frame frame) {
        Map<String, String> conditions = new LinkedHashMap<>();
        Arrays.stream(Condition.values()).forEach(it -> conditions.put(Names.key(it), frame.t("desk.condition", it)));
        return conditions;
    }
}
