package org.openstall.sellerdesk;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.Page;
import org.openstall.listings.Adjustment;
import org.openstall.listings.AdjustmentReason;
import org.openstall.pages.Frame;
import org.openstall.pages.View;

/**
 * A stretch of the ledger of stock.
 *
 * @param sku the one that is asked for, or empty
 */
public record AdjustmentsPage(
        Stall stall, String sku, @Nullable AdjustmentReason reason, Page<Adjustment> adjustments) implements View {

    static @Nullable AdjustmentReason reason(@Nullable String name) {
        return Arrays.stream(AdjustmentReason.values())
                .filter(it -> Names.key(it).equals(name))
                .findFirst()
                .orElse(null);
    }

    public String reasonName() {
        return reason == null ? "" : Names.key(reason);
    }

    public Map<String, String> reasons(Frame frame) {
        Map<String, String> reasons = new LinkedHashMap<>();
        reasons.put("", frame.t("desk.adjustment.any"));
        for (AdjustmentReason each : AdjustmentReason.values()) {
            reasons.put(Names.key(each), frame.t("desk.adjustment.reason", each));
        }
        return reasons;
    }
}
