package org.openstall.sellerdesk;

import java.util.Map;
import org.openstall.listings.InventoryItem;
import org.openstall.listings.Offer;
import org.openstall.pages.View;

/**
 * An offer in the table, with its fields as typed.
 *
 * @param standardHandling business days that hold where the offer has none of its own
 * @param errors keys of what is wrong, by field
 */
public record InventoryRow(
        InventoryItem item,
        String title,
        OfferForm form,
        int standardHandling,
        Map<String, String> errors,
        boolean saved)
        implements View {

    public InventoryRow {
        errors = Map.copyOf(errors);
    }

    static InventoryRow of(InventoryItem item, String title, int standardHandling) {
        return new InventoryRow(item, title, OfferForm.of(item.offer()), standardHandling, Map.of(), false);
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
