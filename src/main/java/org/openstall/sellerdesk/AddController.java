package org.openstall.sellerdesk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openstall.catalog.Catalog;
import org.openstall.catalog.Product;
import org.openstall.kernel.NotYours;
import org.openstall.kernel.ProductId;
import org.openstall.kernel.Sku;
import org.openstall.listings.ListResult;
import org.openstall.listings.NewOffer;
import org.openstall.listings.Offer;
import org.openstall.listings.OfferKey;
import org.openstall.listings.OfferRefusal;
import org.openstall.listings.Offers;
import org.openstall.pages.Redirect;
import org.openstall.pages.View;
import org.openstall.pages.Visitor;
import org.openstall.sellers.Sellers;
import org.openstall.shipping.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** From a code or a few words to an offer. */
@Controller
class AddController {
    private static final int MOST_SHOWN = 8;
    private static final int LONGEST_QUERY = 200;

    private final Matching matching;
    private final Catalog catalog;
    private final Offers offers;
    private final Sellers sellers;
    private final Templates templates;

    AddController(Matching matching, Catalog catalog, Offers offers, Sellers sellers, Templates templates) {
        this.matching = matching;
        this.catalog = catalog;
        this.offers = offers;
        this.sellers = sellers;
        this.templates = templates;
    }

    @GetMapping("/seller/inventory/add")
    View find(
            @ModelAttribute(binding = false) Stall stall, @RequestParam(defaultValue = "") String q, Visitor visitor) {
        String query = q.strip();
        if (query.isEmpty()) {
            return new AddPage(stall, "", null);
        }
        String text = query.length() > LONGEST_QUERY ? query.substring(0, LONGEST_QUERY) : query;
        Lookup lookup = matching.find(stall, text, visitor.language().locale());
        return new AddPage(stall, text, lookup);
    }

    @GetMapping("/seller/inventory/add/{id}")
    View form(
            @ModelAttribute(binding = false) Stall stall,
            @PathVariable ProductId id,
            @RequestParam(defaultValue = "") String price,
            Visitor visitor) {
        Product page = page(id);
        return page(stall, page, TypedOffer.suggested(freeSku(stall, page), price), Map.of(), visitor);
    }

    private Product page(ProductId id) {
        return catalog.find(id).orElseThrow(() -> new NotYours("No product " + id));
    }

    /** The suggested SKU, with a number behind it as long as the seller has it already. */
    private String freeSku(Stall stall, Product page) {
        String sku = TypedOffer.sku(page);
        for (int i = 2; offers.find(key(stall, new Sku(sku))).isPresent() && i < 100; i++) {
            sku = TypedOffer.sku(page) + '-' + i;
        }
        return sku;
    }

    private static OfferKey key(Stall stall, Sku sku) {
        return new OfferKey(stall.seller(), stall.place(), sku);
    }

    private AddOfferPage page(Stall stall, Product page, TypedOffer form, Map<String, String> errors, Visitor visitor) {
        List<AddOfferPage.Competitor> others = offers.of(stall.place(), page.id(), null, MOST_SHOWN).items().stream()
                .map(it -> new AddOfferPage.Competitor(
                        it,
                        sellers.get(it.key().seller()).name(),
                        it.key().seller().equals(stall.seller())))
                .toList();
        return new AddOfferPage(
                stall,
                matching.match(stall, page, visitor.language().locale()),
                others,
                form,
                errors,
                offers.check(stall.place(), form.terms().note()),
                templates.shipping(stall.seller(), stall.place()).handling());
    }

    @PostMapping("/seller/inventory/add/{id}")
    View list(
            @ModelAttribute(binding = false) Stall stall,
            @PathVariable ProductId id,
            @RequestParam Map<String, String> typed,
            Visitor visitor) {
        Product page = page(id);
        TypedOffer form = TypedOffer.of(typed);
        TypedOffer.Reading reading = form.read(stall.marketplace().currency());
        Map<String, String> errors = new HashMap<>(reading.errors());
        if (errors.isEmpty() && reading.sku() != null && reading.condition() != null && reading.terms() != null) {
            NewOffer wanted = new NewOffer(key(stall, reading.sku()), id, reading.condition(), reading.terms(), true);
            switch (offers.list(wanted, stall.user())) {
                case ListResult.Listed listed -> {
                    return listed(listed.offer(), page);
                }
                case ListResult.Refused refused -> {
                    Offer known = offers.find(wanted.key()).orElse(null);
                    if (known != null && refused.reasons().contains(OfferRefusal.SKU_TAKEN) && isSame(known, wanted)) {
                        return listed(known, page);
                    }
                    refused.reasons().forEach(it -> errors.put(TypedFields.fieldOf(it), TypedFields.textOf(it)));
                }
            }
        }
        return page(stall, page, form, errors, visitor);
    }

    /** Whether a form that was sent twice has been listed already. */
    private static boolean isSame(Offer known, NewOffer wanted) {
        return known.product().equals(wanted.product())
                && known.condition() == wanted.condition()
                && known.terms().equals(wanted.terms());
    }

    private static View listed(Offer offer, Product page) {
        String sku = offer.key().sku().value();
        return Redirect.to("/seller/inventory/offer?sku=" + URLEncoder.encode(sku, StandardCharsets.UTF_8))
                .saying("desk.add.listed", page.title());
    }
}
