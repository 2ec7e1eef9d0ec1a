package org.openstall.sellerdesk;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.Money;
import org.openstall.ordering.GiftSettings;
import org.openstall.ordering.GiftTerms;
import org.openstall.pages.Redirect;
import org.openstall.pages.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whether a seller does anything for presents, and what wrapping costs. */
@Controller
class GiftsController {
    private static final String HOME = "/seller/gifts";

    private final GiftSettings gifts;

    GiftsController(GiftSettings gifts) {
        this.gifts = gifts;
    }

    @GetMapping("/seller/gifts")
    View gifts(@ModelAttribute(binding = false) Stall stall) {
        GiftTerms terms = gifts.of(stall.seller(), stall.place());
        return page(
                stall,
                terms.offered(),
                terms.wrap() == null ? "" : terms.wrap().toDecimal().toPlainString(),
                null);
    }

    @PostMapping("/seller/gifts")
    View save(
            @ModelAttribute(binding = false) Stall stall,
            @RequestParam(defaultValue = "false") boolean offered,
            @RequestParam(defaultValue = "") String wrap) {
        TypedFields fields = new TypedFields();
        Money price = wrap.isBlank()
                ? null
                : fields.price("wrap", wrap, stall.marketplace().currency());
        Map<String, String> errors = fields.errors();
        if (!errors.isEmpty()) {
            return page(stall, offered, wrap, errors.get("wrap"));
        }
        return switch (gifts.save(stall.seller(), stall.place(), new GiftTerms(offered, price))) {
            case SAVED -> Redirect.to(HOME).saying(saved(offered, price));
            case NO_SUCH_PRICE -> page(stall, offered, wrap, "desk.gifts.wrap.too-high");
        };
    }

    private View page(Stall stall, boolean offered, String wrap, @Nullable String refused) {
        return new GiftsPage(stall, gifts.areForMedia(stall.place()), offered, wrap, refused);
    }

    private static String saved(boolean offered, @Nullable Money price) {
        return !offered ? "desk.gifts.saved.off" : price == null ? "desk.gifts.saved.unwrapped" : "desk.gifts.saved";
    }
}
