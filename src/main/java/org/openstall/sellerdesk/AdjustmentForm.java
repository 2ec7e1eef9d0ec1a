package org.openstall.sellerdesk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openstall.listings.AdjustmentReason;
import org.openstall.listings.Reason;
import org.openstall.pages.Frame;

/** Why a seller changes a quantity, as chosen and typed. */
public record AdjustmentForm(String reason, String text) {
    static final AdjustmentForm COUNTED = new AdjustmentForm("count-correction", "");

    /** What was read, or the key of what is wrong: one of the two is there. */
    record Reading(@Nullable Reason reason, @Nullable String error) {}

    Reading read() {
        AdjustmentReason chosen =
                Objects.requireNonNullElse(AdjustmentsPage.reason(reason), AdjustmentReason.COUNT_CORRECTION);
        AdjustmentReason code = AdjustmentReason.given().contains(chosen) ? chosen : AdjustmentReason.COUNT_CORRECTION;
        String said = text.strip();
        if (said.codePointCount(0, said.length()) > Reason.LONGEST) {
            return new Reading(null, "desk.adjustment.refused.too-long");
        }
        return code == AdjustmentReason.OTHER && said.isEmpty()
                ? new Reading(null, "desk.adjustment.refused.text-missing")
                : new Reading(new Reason(code, said), null);
    }

    public static Map<String, String> reasons(Frame frame) {
        Map<String, String> reasons = new LinkedHashMap<>();
        AdjustmentReason.given().forEach(it -> reasons.put(Names.key(it), frame.t("desk.adjustment.reason", it)));
        return reasons;
    }
}
