package org.openstall.operatordesk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openstall.catalog.Catalog;
import org.openstall.catalog.Product;
import org.openstall.identity.SignedIn;
import org.openstall.kernel.LostRace;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.Page;
import org.openstall.kernel.ProductId;
import org.openstall.kernel.SellerId;
import org.openstall.listings.Inventory;
import org.openstall.listings.InventoryItem;
import org.openstall.listings.InventoryQuery;
import org.openstall.listings.Offer;
import org.openstall.listings.OfferChange;
import org.openstall.listings.OfferKey;
import org.openstall.listings.Offers;
import org.openstall.listings.TakenOff;
import org.openstall.marketplaces.Marketplace;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.pages.Csv;
import org.openstall.pages.Redirect;
import org.openstall.pages.Texts;
import org.openstall.pages.View;
import org.openstall.pages.Visitor;
import org.openstall.sellers.Seller;
import org.openstall.sellers.Sellers;
import org.openstall.shipping.Template;
import org.openstall.shipping.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Finds the offers of a seller, takes single ones off and gives them back. */
@Controller("operatorOfferController")
class OfferController {
    private static final int PAGE = 50;
    private static final int HISTORY = 30;
    private static final String OFFERS = "/operator/sellers/{id}/offers";
    private static final String OFFER = "/operator/sellers/{id}/offer";
    private static final List<String> COLUMNS =
            List.of("sku", "product", "title", "price", "currency", "quantity", "stage", "reason", "by", "taken-off");
    private static final List<String> HISTORY_COLUMNS =
            List.of("changed", "sku", "field", "from", "to", "currency", "by", "file");

    private final Sellers sellers;
    private final Marketplaces marketplaces;
    private final Inventory inventory;
    private final Offers offers;
    private final Catalog catalog;
    private final Templates templates;
    private final Texts texts;

    OfferController(
            Sellers sellers,
            Marketplaces marketplaces,
            Inventory inventory,
            Offers offers,
            Catalog catalog,
            Templates templates,
            Texts texts) {
        this.sellers = sellers;
        this.marketplaces = marketplaces;
        this.inventory = inventory;
        this.offers = offers;
        this.catalog = catalog;
        this.templates = templates;
        this.texts = texts;
    }

    /** Which offers to show. */
    record Wanted(
            @Nullable MarketplaceId marketplace,
            @Nullable String q,
            @Nullable String filter,
            @Nullable String after) {
        String typed() {
            return q == null ? "" : q.strip();
        }

        boolean suppressed() {
            return "suppressed".equals(filter);
        }
    }

    @GetMapping(OFFERS)
    View offers(@PathVariable SellerId id, Wanted wanted, Visitor visitor) {
        Seller seller = sellers.get(id);
        Marketplace place = place(wanted.marketplace(), visitor);
        return new OffersPage(
                seller,
                place,
                marketplaces.all().stream()
                        .filter(sellers.presences(id).keySet().stream()
                                .map(marketplaces::get)
                                .toList()::contains)
                        .toList(),
                wanted.typed(),
                wanted.suppressed(),
                inventory.isBehind(seller.id(), place.id()),
                lines(seller, place, wanted, wanted.after(), PAGE));
    }

    private Marketplace place(@Nullable MarketplaceId wanted, Visitor visitor) {
        return wanted == null ? visitor.marketplace() : marketplaces.get(wanted);
    }

    /** The text is the beginning of a SKU, a product's id, or any form of its code. */
    private Page<OffersPage.Line> lines(
            Seller seller, Marketplace place, Wanted wanted, @Nullable String after, int size) {
        String typed = wanted.typed();
        Set<ProductId> named = typed.isEmpty()
                ? Set.of()
                : catalog.findByCode(typed).stream().map(Product::id).collect(Collectors.toSet());
        Page<InventoryItem> found = inventory.page(
                seller.id(),
                place.id(),
                new InventoryQuery(
                        wanted.suppressed() ? InventoryQuery.Filter.SUPPRESSED : InventoryQuery.Filter.ALL,
                        InventoryQuery.Sort.SKU,
                        typed.isEmpty() ? null : typed,
                        named,
                        after,
                        size));
        List<Offer> shown = found.items().stream().map(InventoryItem::offer).toList();
        Map<ProductId, Product> pages =
                catalog.find(shown.stream().map(Offer::product).distinct().toList());
        Map<OfferKey, TakenOff> takenOff = offers.takenOff(shown);
        return found.map(InventoryItem::offer)
                .map(it -> new OffersPage.Line(it, title(it, pages.get(it.product())), takenOff.get(it.key())));
    }

    private static String title(Offer offer, @Nullable Product page) {
        return page == null ? offer.product().value() : page.title();
    }

    @GetMapping(path = OFFERS, params = "format=csv")
    void csv(@PathVariable SellerId id, Wanted wanted, Visitor visitor, HttpServletResponse response)
            throws IOException {
        Seller seller = sellers.get(id);
        Marketplace place = place(wanted.marketplace(), visitor);
        inventory.catchUp(seller.id(), place.id());
        Csv.stream(
                response,
                "offers-" + id + ".csv",
                texts.header(visitor.language(), "operator.csv.", COLUMNS),
                after -> lines(seller, place, wanted, after, Csv.STRETCH),
                it -> cells(it, place, visitor));
    }

    private List<String> cells(OffersPage.Line line, Marketplace place, Visitor visitor) {
        Offer offer = line.offer();
        TakenOff takenOff = line.takenOff();
        return List.of(
                offer.key().sku().value(),
                offer.product().value(),
                line.title(),
                offer.price().toDecimal().toPlainString(),
                offer.price().currency().getCurrencyCode(),
                Integer.toString(offer.quantity()),
                texts.text(
                        visitor.language(),
                        "desk.offer." + offer.status().name().toLowerCase(Locale.ROOT)),
                takenOff == null ? "" : takenOff.reason(),
                takenOff == null ? "" : takenOff.by(),
                takenOff == null ? "" : Csv.time(takenOff.at(), place.zone()));
    }

    @GetMapping(OFFER)
    View offer(
            @PathVariable SellerId id,
            @RequestParam(required = false) @Nullable MarketplaceId marketplace,
            @RequestParam(defaultValue = "") String sku,
            @RequestParam(required = false) @Nullable String after,
            Visitor visitor) {
        return page(offers.get(id, place(marketplace, visitor).id(), sku), after, "", null);
    }

    private OfferPage page(Offer offer, @Nullable String after, String reason, OfferPage.@Nullable Problem problem) {
        return new OfferPage(
                sellers.get(offer.key().seller()),
                marketplaces.get(offer.key().marketplace()),
                offer,
                title(offer, catalog.find(offer.product()).orElse(null)),
                offers.takenOff(List.of(offer)).get(offer.key()),
                offers.history(offer.key(), after, HISTORY),
                templates.of(offer.key().seller(), offer.key().marketplace()),
                reason,
                problem);
    }

    @GetMapping(path = OFFER, params = "format=csv")
    void historyCsv(
            @PathVariable SellerId id,
            @RequestParam(required = false) @Nullable MarketplaceId marketplace,
            @RequestParam(defaultValue = "") String sku,
            Visitor visitor,
            HttpServletResponse response)
            throws IOException {
        Offer offer = offers.get(id, place(marketplace, visitor).id(), sku);
        List<Template> shippedBy =
                templates.of(offer.key().seller(), offer.key().marketplace());
        ZoneId zone = marketplaces.get(offer.key().marketplace()).zone();
        Csv.stream(
                response,
                "offer-changes-" + id + ".csv",
                texts.header(visitor.language(), "desk.csv.", HISTORY_COLUMNS),
                after -> {
                    Page<List<OfferChange>> acts = offers.history(offer.key(), after, Csv.STRETCH);
                    return new Page<>(
                            acts.items().stream().flatMap(List::stream).toList(), acts.next());
                },
                it -> cells(it, offer.key(), shippedBy, zone, visitor));
    }

    private List<String> cells(
            OfferChange change, OfferKey offer, List<Template> shippedBy, ZoneId zone, Visitor visitor) {
        UnaryOperator<String> words = it -> texts.text(visitor.language(), "desk.offer." + it);
        return List.of(
                Csv.time(change.changedAt(), zone),
                offer.sku().value(),
                words.apply("field." + change.field()),
                change.plain(change.from(), words, shippedBy),
                change.plain(change.to(), words, shippedBy),
                change.currency(),
                change.changedBy(),
                change.file() == null ? "" : change.file().toString());
    }

    @PostMapping(OFFER + "/suppression")
    View takeOff(
            @PathVariable SellerId id,
            @RequestParam MarketplaceId marketplace,
            @RequestParam(defaultValue = "") String sku,
            @RequestParam(defaultValue = "") String reason,
            SignedIn operator) {
        Offer offer = offers.get(id, marketplace, sku);
        if (reason.isBlank()) {
            return page(offer, null, reason, OfferPage.Problem.REASON_MISSING);
        }
        if (reason.strip().length() > TakenOff.LONGEST_REASON) {
            return page(offer, null, reason, OfferPage.Problem.REASON_TOO_LONG);
        }
        try {
            offers.takeOff(offer.key(), reason, operator.name());
        } catch (LostRace meanwhile) {
            return Redirect.to(path(offer.key())).warning("operator.offer.off-already");
        }
        return Redirect.to(path(offer.key())).saying("operator.offer.taken-off.done");
    }

    @PostMapping(OFFER + "/release")
    View giveBack(
            @PathVariable SellerId id,
            @RequestParam MarketplaceId marketplace,
            @RequestParam(defaultValue = "") String sku,
            SignedIn operator) {
        Offer offer = offers.get(id, marketplace, sku);
        try {
            offers.giveBack(offer.key(), operator.name());
        } catch (LostRace meanwhile) {
            return Redirect.to(path(offer.key())).warning("operator.offer.not-off");
        }
        return Redirect.to(path(offer.key())).saying("operator.offer.given-back.done");
    }

    static String path(OfferKey key) {
        return "/operator/sellers/" + key.seller() + "/offer?marketplace=" + key.marketplace() + "&sku="
                + URLEncoder.encode(key.sku().value(), StandardCharsets.UTF_8);
    }
}
