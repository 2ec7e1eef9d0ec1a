package org.openstall.sellerdesk;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openstall.listings.InventoryItem;
import org.openstall.listings.Offer;
import org.openstall.listings.TakenOff;
import org.openstall.pages.View;
import org.openstall.shipping.Promise;

/**
 * An offer in the table, with its fields as typed.
 *
 * @param seen what the fields said before he typed
 * @param usualHandling what holds where the offer has none of its own
 * @param errors keys of what is wrong, by field
 * @param takenOff if the operator has taken it off
 */
public record InventoryRow(
        InventoryItem item,
        String title,
        OfferForm form,
        Seen seen,
        Promise.Handling usualHandling,
        Map<String, String> errors,
        boolean saved,
        @Nullable TakenOff takenOff)
        implements View {

    public InventoryRow {
        errors = Map.copyOf(errors);
    }

    static InventoryRow of(
            InventoryItem item, String title, Promise.Handling usualHandling, @Nullable TakenOff takenOff) {
        OfferForm form = OfferForm.of(item.offer());
        return new InventoryRow(item, title, form, form.asSeen(), usualHandling, Map.of(), false, takenOff);
    }

    public Offer offer() {
        return item.offer();
    }

    public String sku() {
        return offer().key().sku().value();
    }

    /** The form's id; a SKU may have any character, so its code points stand for it. */
    public String id() {
        StringBuilder id = new StringBuilder("offer");
        sku().codePoints().forEach(it -> id.append('-').append(Integer.toHexString(it)));
        return id.toString();
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 422;
    }
}
