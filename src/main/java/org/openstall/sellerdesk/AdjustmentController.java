package org.openstall.sellerdesk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.Page;
import org.openstall.kernel.Sku;
import org.openstall.listings.Adjustment;
import org.openstall.listings.AdjustmentReason;
import org.openstall.listings.Inventory;
import org.openstall.pages.Csv;
import org.openstall.pages.Texts;
import org.openstall.pages.View;
import org.openstall.pages.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The ledger of a seller's stock. */
@Controller
class AdjustmentController {
    private static final int PAGE = 50;
    private static final List<String> COLUMNS =
            List.of("changed", "sku", "from", "to", "difference", "adjustment", "remark", "by", "file", "case");

    private final Inventory inventory;
    private final Texts texts;

    AdjustmentController(Inventory inventory, Texts texts) {
        this.inventory = inventory;
        this.texts = texts;
    }

    /** Which lines to show; what is no SKU and no reason shows all. */
    record Wanted(
            @Nullable String sku,
            @Nullable String reason,
            @Nullable String after) {
        String typedSku() {
            return sku == null ? "" : sku.strip();
        }

        @Nullable
        AdjustmentReason code() {
            return AdjustmentsPage.reason(reason);
        }
    }

    private Page<Adjustment> find(Stall stall, Wanted wanted, @Nullable String after, int size) {
        String typed = wanted.typedSku();
        if (!typed.isEmpty() && !Sku.isValid(typed)) {
            return new Page<>(List.of(), null);
        }
        return inventory.adjustments(
                stall.seller(), stall.place(), typed.isEmpty() ? null : new Sku(typed), wanted.code(), after, size);
    }

    @GetMapping("/seller/inventory/adjustments")
    View adjustments(@ModelAttribute(binding = false) Stall stall, Wanted wanted) {
        return new AdjustmentsPage(stall, wanted.typedSku(), wanted.code(), find(stall, wanted, wanted.after(), PAGE));
    }

    @GetMapping(path = "/seller/inventory/adjustments", params = "format=csv")
    void csv(@ModelAttribute(binding = false) Stall stall, Wanted wanted, Visitor visitor, HttpServletResponse response)
            throws IOException {
        Csv.stream(
                response,
                "adjustments.csv",
                texts.header(visitor.language(), "desk.csv.", COLUMNS),
                after -> find(stall, wanted, after, Csv.STRETCH),
                it -> cells(it, stall, visitor));
    }

    private List<String> cells(Adjustment it, Stall stall, Visitor visitor) {
        return List.of(
                Csv.time(it.at(), stall.marketplace().zone()),
                it.sku().value(),
                Integer.toString(it.from()),
                Integer.toString(it.to()),
                Integer.toString(it.difference()),
                texts.text(
                        visitor.language(),
                        "desk.adjustment.reason." + Names.key(it.reason().code())),
                it.reason().text(),
                it.by(),
                it.file() == null ? "" : it.file().toString(),
                it.caseId() == null ? "" : it.caseId());
    }
}
