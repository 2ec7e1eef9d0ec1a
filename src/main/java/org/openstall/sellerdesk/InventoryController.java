package org.openstall.sellerdesk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.openstall.catalog.Catalog;
import org.openstall.kernel.Page;
import org.openstall.kernel.ProductId;
import org.openstall.listings.EditResult;
import org.openstall.listings.Inventory;
import org.openstall.listings.InventoryItem;
import org.openstall.listings.InventoryQuery;
import org.openstall.listings.Offer;
import org.openstall.listings.OfferChange;
import org.openstall.listings.OfferEdit;
import org.openstall.listings.OfferKey;
import org.openstall.listings.Offers;
import org.openstall.listings.TakenOff;
import org.openstall.pages.Csv;
import org.openstall.pages.Redirect;
import org.openstall.pages.Texts;
import org.openstall.pages.View;
import org.openstall.pages.Visitor;
import org.openstall.shipping.Promise;
import org.openstall.shipping.Template;
import org.openstall.shipping.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class InventoryController {
    private static final int PAGE = 50;
    private static final int HISTORY = 30;
    private static final int MOST_TITLES = 20_000;
    private static final List<String> COLUMNS = List.of(
            "sku",
            "product",
            "title",
            "condition",
            "price",
            "currency",
            "quantity",
            "sold-week",
            "sold-month",
            "cover",
            "handling",
            "offer-status",
            "reviewed");
    private static final List<String> HISTORY_COLUMNS =
            List.of("changed", "sku", "field", "from", "to", "currency", "by", "file");

    private final Offers offers;
    private final Inventory inventory;
    private final Catalog catalog;
    private final Templates templates;
    private final Texts texts;

    InventoryController(Offers offers, Inventory inventory, Catalog catalog, Templates templates, Texts texts) {
        this.offers = offers;
        this.inventory = inventory;
        this.catalog = catalog;
        this.templates = templates;
        this.texts = texts;
    }

    /** Which stretch of the list a page shows; posts carry it along, to come back to it. */
    record Place(
            @Nullable String filter,
            @Nullable String sort,
            @Nullable String q,
            @Nullable String after) {
        InventoryQuery.Filter shown() {
            return Arrays.stream(InventoryQuery.Filter.values())
                    .filter(it -> name(it).equals(filter))
                    .findFirst()
                    .orElse(InventoryQuery.Filter.ALL);
        }

        /** What runs out first comes first, unless another order is asked for. */
        InventoryQuery.Sort sorted() {
            return Arrays.stream(InventoryQuery.Sort.values())
                    .filter(it -> Names.key(it).equals(sort))
                    .findFirst()
                    .orElse(InventoryQuery.Sort.COVER);
        }

        /** The beginning of a SKU, a product's id, or words of titles. */
        String sought() {
            return q == null ? "" : q.strip();
        }

        InventoryQuery query(Set<ProductId> entitled, @Nullable String from, int size) {
            return new InventoryQuery(shown(), sorted(), sought().isEmpty() ? null : sought(), entitled, from, size);
        }

        String path() {
            StringBuilder path = new StringBuilder("/seller/inventory?filter=").append(name(shown()));
            if (sorted() != InventoryQuery.Sort.COVER) {
                path.append("&sort=").append(Names.key(sorted()));
            }
            if (!sought().isEmpty()) {
                path.append("&q=").append(encoded(sought()));
            }
            if (after != null && !after.isEmpty()) {
                path.append("&after=").append(encoded(after));
            }
            return path.toString();
        }
    }

    @GetMapping("/seller/inventory")
    View inventory(@ModelAttribute(binding = false) Stall stall, Place place) {
        return page(stall, place, null);
    }

    private InventoryPage page(Stall stall, Place place, @Nullable InventoryRow edited) {
        Set<ProductId> entitled = entitled(place);
        boolean behind = inventory.isBehind(stall.seller(), stall.place());
        Page<InventoryItem> found =
                inventory.page(stall.seller(), stall.place(), place.query(entitled, place.after(), PAGE));
        Titles titles = titles(found);
        Promise.Handling handling = usualHandling(stall);
        Map<OfferKey, TakenOff> takenOff =
                offers.takenOff(found.items().stream().map(InventoryItem::offer).toList());
        List<InventoryRow> rows = new ArrayList<>(found.items().stream()
                .map(it -> InventoryRow.of(
                        it,
                        titles.of(it.offer()),
                        handling,
                        takenOff.get(it.offer().key())))
                .toList());
        if (edited != null) {
            rows.replaceAll(it -> it.sku().equals(edited.sku()) ? edited : it);
            if (!rows.contains(edited)) {
                rows.addFirst(edited);
            }
        }
        return new InventoryPage(
                stall,
                place.shown(),
                place.sorted(),
                place.sought(),
                entitled.size() == MOST_TITLES,
                behind,
                rows,
                found.next());
    }

    /** Products whose titles have the words sought. */
    private Set<ProductId> entitled(Place place) {
        return place.sought().isEmpty() ? Set.of() : catalog.entitled(place.sought(), MOST_TITLES);
    }

    private Titles titles(Page<InventoryItem> items) {
        return Titles.of(items.map(InventoryItem::offer).items(), catalog);
    }

    private Promise.Handling usualHandling(Stall stall) {
        return templates.shipping(stall.seller(), stall.place()).handling();
    }

    @GetMapping(path = "/seller/inventory", params = "format=csv")
    void csv(@ModelAttribute(binding = false) Stall stall, Place place, Visitor visitor, HttpServletResponse response)
            throws IOException {
        Set<ProductId> entitled = entitled(place);
        Promise.Handling handling = usualHandling(stall);
        inventory.catchUp(stall.seller(), stall.place());
        Csv.stream(
                response,
                "inventory.csv",
                texts.header(visitor.language(), "desk.csv.", COLUMNS),
                after -> {
                    Page<InventoryItem> stretch =
                            inventory.page(stall.seller(), stall.place(), place.query(entitled, after, Csv.STRETCH));
                    Titles titles = titles(stretch);
                    return stretch.map(it -> cells(it, titles.of(it.offer()), handling, stall, visitor));
                },
                cells -> cells);
    }

    private List<String> cells(
            InventoryItem item, String title, Promise.Handling usualHandling, Stall stall, Visitor visitor) {
        Offer offer = item.offer();
        Integer cover = item.daysOfCover();
        return List.of(
                offer.key().sku().value(),
                offer.product().value(),
                title,
                texts.text(visitor.language(), "desk.condition." + Names.key(offer.condition())),
                offer.price().toDecimal().toPlainString(),
                offer.price().currency().getCurrencyCode(),
                Integer.toString(offer.quantity()),
                Integer.toString(item.pace().week()),
                Integer.toString(item.pace().month()),
                cover == null ? "" : cover.toString(),
                Integer.toString(
                        offer.terms().handling().own().orElse(usualHandling).most()),
                texts.text(visitor.language(), "desk.offer." + Names.key(offer.status())),
                Csv.time(item.reviewedAt(), stall.marketplace().zone()));
    }

    @PostMapping("/seller/inventory/offer")
    View edit(
            @ModelAttribute(binding = false) Stall stall,
            @RequestParam(defaultValue = "") String sku,
            @RequestParam Map<String, String> fields,
            Place place,
            Visitor visitor) {
        Offer offer = offers.get(stall.seller(), stall.place(), sku);
        OfferForm form = OfferForm.of(fields);
        Seen seen = Seen.sentBack(fields);
        OfferForm.Reading reading = form.read(offer, seen);
        Map<String, String> errors = new HashMap<>(reading.errors());
        Offer now = offer;
        if (reading.edit() != null) {
            switch (offers.edit(offer.key(), reading.edit(), stall.user())) {
                case EditResult.Edited edited -> now = edited.offer();
                case EditResult.Refused refused ->
                    refused.reasons().forEach(it -> errors.put(TypedFields.fieldOf(it), TypedFields.textOf(it)));
            }
        }
        String title = Titles.of(List.of(now), catalog).of(now);
        OfferForm saved = OfferForm.of(now);
        InventoryRow row = new InventoryRow(
                inventory.item(now),
                title,
                errors.isEmpty() ? saved : form,
                errors.isEmpty() ? saved.asSeen() : seen,
                usualHandling(stall),
                errors,
                errors.isEmpty(),
                takenOff(now));
        if (visitor.wantsFragment()) {
            return row;
        }
        return errors.isEmpty()
                ? Redirect.to(place.path()).saying("desk.inventory.saved", sku)
                : page(stall, place, row);
    }

    @GetMapping("/seller/inventory/offer")
    View offer(
            @ModelAttribute(binding = false) Stall stall,
            @RequestParam(defaultValue = "") String sku,
            @RequestParam(required = false) @Nullable String after) {
        Offer offer = offers.get(stall.seller(), stall.place(), sku);
        TermsForm form = TermsForm.of(offer.terms());
        return page(stall, offer, form, form.asSeen(), AdjustmentForm.COUNTED, Map.of(), after);
    }

    private OfferPage page(
            Stall stall,
            Offer offer,
            TermsForm form,
            Seen seen,
            AdjustmentForm adjustment,
            Map<String, String> errors,
            @Nullable String after) {
        return new OfferPage(
                stall,
                inventory.item(offer),
                Titles.of(List.of(offer), catalog).of(offer),
                form,
                seen,
                adjustment,
                errors,
                offers.check(stall.place(), form.note()),
                usualHandling(stall),
                offers.history(offer.key(), after, HISTORY),
                templates.of(stall.seller(), stall.place()),
                takenOff(offer));
    }

    @GetMapping(path = "/seller/inventory/offer", params = "format=csv")
    void historyCsv(
            @ModelAttribute(binding = false) Stall stall,
            @RequestParam(defaultValue = "") String sku,
            Visitor visitor,
            HttpServletResponse response)
            throws IOException {
        Offer offer = offers.get(stall.seller(), stall.place(), sku);
        List<Template> shippedBy =
                templates.of(offer.key().seller(), offer.key().marketplace());
        ZoneId zone = stall.marketplace().zone();
        Csv.stream(
                response,
                "offer-changes.csv",
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

    private @Nullable TakenOff takenOff(Offer offer) {
        return offers.takenOff(List.of(offer)).get(offer.key());
    }

    @PostMapping("/seller/inventory/offer/terms")
    View setTerms(
            @ModelAttribute(binding = false) Stall stall,
            @RequestParam(defaultValue = "") String sku,
            @RequestParam Map<String, String> fields,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String reasonText) {
        Offer offer = offers.get(stall.seller(), stall.place(), sku);
        AdjustmentForm adjustment = new AdjustmentForm(reason, reasonText);
        TermsForm form = TermsForm.of(fields);
        Seen seen = Seen.sentBack(fields);
        TermsForm.Reading reading = form.read(stall.marketplace().currency());
        Map<String, String> errors = new HashMap<>(reading.errors());
        AdjustmentForm.Reading why = adjustment.read();
        if (why.error() != null) {
            errors.put("reasonText", why.error());
        }
        if (reading.terms() != null
                && why.reason() != null
                && offers.edit(offer.key(), form.edit(reading.terms(), offer.terms(), seen), why.reason(), stall.user())
                        instanceof EditResult.Refused refused) {
            refused.reasons().forEach(it -> errors.put(TypedFields.fieldOf(it), TypedFields.textOf(it)));
        }
        return errors.isEmpty()
                ? Redirect.to("/seller/inventory/offer?sku=" + encoded(sku)).saying("desk.inventory.saved", sku)
                : page(stall, offer, form, seen, adjustment, errors, null);
    }

    @PostMapping("/seller/inventory/status")
    View setStatus(
            @ModelAttribute(binding = false) Stall stall,
            @RequestParam(defaultValue = "") String sku,
            @RequestParam boolean active) {
        Offer offer = offers.get(stall.seller(), stall.place(), sku);
        offers.edit(offer.key(), OfferEdit.open(active), stall.user());
        return Redirect.to("/seller/inventory/offer?sku=" + encoded(sku))
                .saying(active ? "desk.offer.activated" : "desk.offer.closed", sku);
    }

    @PostMapping("/seller/inventory/review")
    View review(
            @ModelAttribute(binding = false) Stall stall, @RequestParam(defaultValue = "") String from, Place place) {
        inventory.reviewAll(stall.seller(), stall.place());
        return Redirect.to("today".equals(from) ? "/seller" : place.path()).saying("desk.inventory.reviewed");
    }

    static String name(InventoryQuery.Filter filter) {
        return Names.key(filter);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
