package org.openstall.sellerdesk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openstall.fulfilment.SlipNotes;
import org.openstall.identity.User;
import org.openstall.identity.Users;
import org.openstall.kernel.BuyerId;
import org.openstall.kernel.NotYours;
import org.openstall.kernel.OrderId;
import org.openstall.kernel.Page;
import org.openstall.kernel.UserId;
import org.openstall.marketplaces.Marketplace;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.ordering.Order;
import org.openstall.ordering.OrderTab;
import org.openstall.ordering.Orders;
import org.openstall.pages.Language;
import org.openstall.pages.Redirect;
import org.openstall.pages.Texts;
import org.openstall.pages.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Packing slips of the orders named, or of all that wait for shipment, as a page to print and as PDF. */
@Controller
class SlipsController {
    /** More than anybody prints in one go. */
    static final int MOST = 500;

    private static final int SHOWN = 50;
    private static final String HIDDEN = "hidden";

    private final Orders orders;
    private final Marketplaces marketplaces;
    private final Users users;
    private final SlipNotes notes;
    private final SlipPdf pdf;
    private final Texts texts;

    SlipsController(Orders orders, Marketplaces marketplaces, Users users, SlipNotes notes, SlipPdf pdf, Texts texts) {
        this.orders = orders;
        this.marketplaces = marketplaces;
        this.users = users;
        this.notes = notes;
        this.pdf = pdf;
        this.texts = texts;
    }

    @GetMapping("/seller/orders/slips")
    View slips(
            @ModelAttribute(binding = false) Stall stall,
            @RequestParam(defaultValue = "") List<String> order,
            @RequestParam(defaultValue = "") String prices,
            @RequestParam(defaultValue = "") String paper,
            @RequestParam(required = false) @Nullable String after) {
        boolean priced = !prices.equals(HIDDEN);
        Page<Order> chosen = chosen(stall, order, after, SHOWN);
        return new SlipsPage(
                stall,
                slips(stall, chosen.items(), priced),
                order,
                priced,
                Paper.of(paper, stall.marketplace()),
                after,
                chosen.next());
    }

    @GetMapping("/seller/orders/slips.pdf")
    @Nullable
    View pdf(
            @ModelAttribute(binding = false) Stall stall,
            @RequestParam(defaultValue = "") List<String> order,
            @RequestParam(defaultValue = "") String prices,
            @RequestParam(defaultValue = "") String paper,
            @RequestParam(required = false) @Nullable String after,
            HttpServletResponse response)
            throws IOException {
        if (order.size() > MOST) {
            return Redirect.to("/seller/orders").warning("slips.too-many", order.size(), MOST);
        }
        List<Order> chosen = chosen(stall, order, after, MOST).items();
        if (chosen.isEmpty()) {
            return Redirect.to("/seller/orders").warning("slips.none");
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        pdf.write(slips(stall, chosen, !prices.equals(HIDDEN)), Paper.of(paper, stall.marketplace()), file);
        response.setContentType("application/pdf");
        response.setHeader(
                "Content-Disposition",
                "inline; filename=\"" + (chosen.size() == 1 ? chosen.getFirst().id() : "packing-slips") + ".pdf\"");
        response.setContentLength(file.size());
        file.writeTo(response.getOutputStream());
        return null;
    }

    /** Those named, in their order, or the ones to ship first. */
    private Page<Order> chosen(Stall stall, List<String> ids, @Nullable String after, int size) {
        if (ids.isEmpty()) {
            return orders.of(stall.seller(), stall.place(), OrderTab.TO_SHIP, null, after, size);
        }
        Map<String, Order> found = new HashMap<>();
        orders.find(
                        stall.seller(),
                        ids.stream()
                                .filter(OrderId::isValid)
                                .distinct()
                                .limit(size)
                                .map(OrderId::new)
                                .toList())
                .forEach(it -> found.put(it.id().value(), it));
        if (found.isEmpty()) {
            throw new NotYours("None of the orders " + ids);
        }
        return new Page<>(
                ids.stream()
                        .distinct()
                        .filter(found::containsKey)
                        .map(found::get)
                        .toList(),
                null);
    }

    private List<Slip> slips(Stall stall, List<Order> chosen, boolean priced) {
        String note = notes.of(stall.seller());
        Map<BuyerId, Language> languages = new HashMap<>();
        return chosen.stream()
                .map(it -> {
                    Marketplace marketplace = marketplaces.get(it.marketplace());
                    Language language = languages.computeIfAbsent(it.buyer(), buyer -> language(buyer, marketplace));
                    return new Slip(it, marketplace, stall.name(), note, priced, language, texts);
                })
                .toList();
    }

    private Language language(BuyerId buyer, Marketplace marketplace) {
        return Language.of(
                users.find(new UserId(buyer.value())).map(User::language).orElse(null), marketplace.language());
    }

    @GetMapping("/seller/orders/slips/note")
    View note(@ModelAttribute(binding = false) Stall stall) {
        String note = notes.of(stall.seller());
        return new SlipNotePage(stall, note, notes.check(stall.marketplace(), note), false, false);
    }

    @PostMapping("/seller/orders/slips/note")
    View choose(@ModelAttribute(binding = false) Stall stall, @RequestParam(defaultValue = "") String note) {
        return switch (notes.choose(stall.seller(), stall.marketplace(), note)) {
            case SlipNotes.Choice.Kept kept ->
                Redirect.to("/seller/orders/slips/note").saying("slips.note.saved");
            case SlipNotes.Choice.Refused refused -> new SlipNotePage(stall, note, refused.findings(), true, false);
            case SlipNotes.Choice.TooLong tooLong ->
                new SlipNotePage(stall, note, notes.check(stall.marketplace(), ""), false, true);
        };
    }
}
