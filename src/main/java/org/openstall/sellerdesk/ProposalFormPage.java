package org.openstall.sellerdesk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.openstall.catalog.Category;
import org.openstall.catalog.PageFields;
import org.openstall.catalog.ProductType;
import org.openstall.pages.Frame;
import org.openstall.pages.View;
import org.openstall.shipping.Promise;
import org.openstall.wording.Findings;

/**
 * The form of a page to be.
 *
 * @param id of the proposal, made with the form, so that it counts once however often it is sent
 * @param categories from which to choose, if there are several
 * @param errors texts, by field or attribute
 * @param offerErrors keys of texts, by field of the offer
 * @param duplicates pages that may be the same product; the seller has to look at them first
 * @param note what there is to say against the condition note as typed
 */
public record ProposalFormPage(
        Stall stall,
        UUID id,
        ProductType type,
        List<Category> categories,
        PageFields fields,
        Map<String, String> errors,
        TypedOffer offer,
        Map<String, String> offerErrors,
        List<ProductMatch> duplicates,
        Findings note,
        Promise.Handling usualHandling)
        implements View {

    public ProposalFormPage {
        categories = List.copyOf(categories);
        errors = Map.copyOf(errors);
        offerErrors = Map.copyOf(offerErrors);
        duplicates = List.copyOf(duplicates);
    }

    @Override
    public int status() {
        return errors.isEmpty() && offerErrors.isEmpty() ? 200 : 422;
    }

    public boolean isRefused() {
        return status() != 200;
    }

    public Map<String, String> categoryNames(Frame frame) {
        Map<String, String> names = new LinkedHashMap<>();
        categories.forEach(it -> names.put(it.slug(), it.name(frame.language().locale())));
        return names;
    }
}
