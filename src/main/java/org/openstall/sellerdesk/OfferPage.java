package org.openstall.sellerdesk;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.Money;
import org.openstall.kernel.Page;
import org.openstall.listings.InventoryItem;
import org.openstall.listings.Offer;
import org.openstall.listings.OfferChange;
import org.openstall.listings.TakenOff;
import org.openstall.pages.Frame;
import org.openstall.pages.View;
import org.openstall.shipping.Template;
import org.openstall.wording.Findings;

/**
 * One offer, its terms as typed, and how it came to be as it is.
 *
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
        AdjustmentForm adjustment,
        Map<String, String> errors,
        Findings note,
        int standardHandling,
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

    /** A value of the history as people read it. */
    public String shown(String field, String value, Frame frame) {
        if (value.isEmpty()) {
            return field.equals("handling") ? standardHandling + " " + frame.t("desk.offer.standard") : "–";
        }
        return switch (field) {
            case "shipping" ->
                templates.stream()
                        .filter(it -> it.id().toString().equals(value))
                        .findFirst()
                        .map(Template::name)
                        .orElse("–");
            case "price", "minimum", "maximum" -> {
                String[] parts = value.split(" ", 2);
                yield parts.length == 2
                        ? frame.money(Money.ofDecimal(new BigDecimal(parts[1]), Currency.getInstance(parts[0])))
                        : value;
            }
            case "quantity" -> frame.number(Long.parseLong(value));
            case "status", "offer" -> frame.t("desk.offer." + value);
            case "gift-message", "gift-wrap" -> frame.t("desk.offer.allowed." + value);
            default -> value;
        };
    }
}
