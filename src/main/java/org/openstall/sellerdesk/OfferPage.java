package org.openstall.sellerdesk;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.Page;
import org.openstall.listings.InventoryItem;
import org.openstall.listings.Offer;
import org.openstall.listings.OfferChange;
import org.openstall.listings.TakenOff;
import org.openstall.pages.View;
import org.openstall.shipping.Promise;
import org.openstall.shipping.Template;
import org.openstall.wording.Findings;

/**
 * One offer, its terms as typed, and how it came to be as it is.
 *
 * @param seen what the terms were when the form was shown first
 * @param errors keys of what is wrong, by field
 * @param templates by which it may be shipped; none if the seller has made none
 * @param takenOff if the operator has taken it off
 * @param note what there is to say against the condition note as typed
 */
public record OfferPage(
        Stall stall,
        InventoryItem item,
        String title,
        TermsForm form,
        Seen seen,
        AdjustmentForm adjustment,
        Map<String, String> errors,
        Findings note,
        Promise.Handling usualHandling,
        Page<List<OfferChange>> history,
        List<Template> templates,
        @Nullable TakenOff takenOff)
        implements View {

    public OfferPage {
        errors = Map.copyOf(errors);
        templates = List.copyOf(templates);
    }

    public Offer offer() {
        return item.offer();
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 422;
    }
}
