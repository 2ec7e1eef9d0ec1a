package org.openstall.sellerdesk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openstall.catalog.Catalog;
import org.openstall.catalog.Category;
import org.openstall.catalog.Gtin;
import org.openstall.catalog.NewProduct;
import org.openstall.catalog.PageFields;
import org.openstall.catalog.PageReading;
import org.openstall.catalog.Product;
import org.openstall.catalog.ProductType;
import org.openstall.catalog.ProductTypes;
import org.openstall.catalog.Proposal;
import org.openstall.catalog.Proposal.Stage;
import org.openstall.catalog.ProposalKey;
import org.openstall.catalog.Proposals;
import org.openstall.kernel.LostRace;
import org.openstall.listings.OfferKey;
import org.openstall.listings.Offers;
import org.openstall.listings.ProposedOffer;
import org.openstall.pages.Csv;
import org.openstall.pages.Redirect;
import org.openstall.pages.Texts;
import org.openstall.pages.View;
import org.openstall.pages.Visitor;
import org.openstall.search.Duplicates;
import org.openstall.shipping.Template;
import org.openstall.shipping.Templates;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Proposals of pages that the catalogue lacks. */
@Controller
class ProposalController {
    private static final int PAGE = 50;
    private static final List<String> COLUMNS = List.of(
            "proposed", "by", "title", "brand", "category", "codes", "status", "product", "decided", "decision-reason");
    private static final String PROPOSALS = "/seller/catalogue/proposals/";

    private final Proposals proposals;
    private final ProductTypes types;
    private final Catalog catalog;
    private final Duplicates duplicates;
    private final Matching matching;
    private final Offers offers;
    private final Templates templates;
    private final PictureUpload pictures;
    private final Templates shipping;
    private final Texts texts;

    ProposalController(
            Proposals proposals,
            ProductTypes types,
            Catalog catalog,
            Duplicates duplicates,
            Matching matching,
            Offers offers,
            Templates templates,
            PictureUpload pictures,
            Templates shipping,
            Texts texts) {
        this.proposals = proposals;
        this.types = types;
        this.catalog = catalog;
        this.duplicates = duplicates;
        this.matching = matching;
        this.offers = offers;
        this.templates = templates;
        this.pictures = pictures;
        this.shipping = shipping;
        this.texts = texts;
    }

    @GetMapping("/seller/catalogue/proposals/new")
    View form(
            @ModelAttribute(binding = false) Stall stall,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String code) {
        if (type.isEmpty()) {
            return new ProposalTypesPage(stall, types.list(), title, code);
        }
        PageFields fields = new PageFields(title, "", "", "", code, "", Map.of());
        return page(
                stall,
                UUID.randomUUID(),
                types.get(type),
                fields,
                Map.of(),
                TypedOffer.suggested("", ""),
                Map.of(),
                List.of());
    }

    private ProposalFormPage page(
            Stall stall,
            UUID id,
            ProductType type,
            PageFields fields,
            Map<String, String> errors,
            TypedOffer offer,
            Map<String, String> offerErrors,
            List<ProductMatch> found) {
        List<Category> categories = type.categories().size() == 1
                ? List.of()
                : type.categories().stream().map(catalog::category).toList();
        return new ProposalFormPage(
                stall,
                id,
                type,
                categories,
                fields,
                errors,
                offer,
                offerErrors,
                found,
                offers.check(stall.place(), offer.terms().note()),
                templates.shipping(stall.seller(), stall.place()).handling());
    }

    /** Shows what may be the same product first; sent again with {@code confirmed}, it is handed in. */
    @PostMapping("/seller/catalogue/proposals")
    View propose(
            @ModelAttribute(binding = false) Stall stall,
            @RequestParam UUID id,
            @RequestParam String type,
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Visitor visitor)
            throws IOException {
        ProductType chosen = types.get(type);
        Optional<PictureUpload.Taken> taken = pictures.take(file, visitor.language());
        PageFields typedFields = PageForm.read(typed);
        PageFields fields = taken.map(PictureUpload.Taken::address)
                .filter(it -> !it.isEmpty())
                .map(typedFields::withImage)
                .orElse(typedFields);
        PageReading reading = types.readPage(chosen, fields);
        Map<String, String> errors = PageForm.errors(reading, texts, visitor.language());
        taken.map(PictureUpload.Taken::error).filter(it -> !it.isEmpty()).ifPresent(it -> errors.put("image", it));
        TypedOffer offer = TypedOffer.of(typed);
        Map<String, String> offerErrors = new HashMap<>();
        ProposedOffer wanted = wanted(stall, id, offer, offerErrors);
        NewProduct page = reading.page();
        if (page != null && !pictures.isThere(page.imageUrl())) {
            errors.put("image", texts.text(visitor.language(), "desk.picture.gone"));
        }
        if (page == null || !errors.isEmpty() || !offerErrors.isEmpty()) {
            return page(stall, id, chosen, fields, errors, offer, offerErrors, List.of());
        }
        List<Product> same = duplicates.of(stall.place(), page);
        boolean codeIsTaken = page.codes().stream()
                .anyMatch(it -> same.stream().anyMatch(each -> each.codes().contains(it)));
        if (codeIsTaken || (!same.isEmpty() && !typed.containsKey("confirmed"))) {
            return page(
                    stall,
                    id,
                    chosen,
                    fields,
                    codeIsTaken ? Map.of("code", texts.text(visitor.language(), "desk.propose.code-taken")) : Map.of(),
                    offer,
                    Map.of(),
                    matching.matches(stall, same, visitor.language().locale()));
        }
        proposals.propose(
                new ProposalKey(stall.seller(), id),
                stall.place(),
                page,
                wanted == null ? null : wanted.toText(),
                stall.user());
        return Redirect.to(PROPOSALS + id).saying("desk.propose.done");
    }

    /** The offer that goes with the page; null if neither price nor quantity is given, or if it has mistakes. */
    private @Nullable ProposedOffer wanted(Stall stall, UUID id, TypedOffer offer, Map<String, String> errors) {
        if (offer.terms().price().isBlank() && offer.terms().quantity().isBlank()) {
            return null;
        }
        TypedOffer.Reading reading = offer.read(stall.marketplace().currency());
        errors.putAll(reading.errors());
        if (reading.sku() == null || reading.condition() == null || reading.terms() == null || !errors.isEmpty()) {
            return null;
        }
        OfferKey key = new OfferKey(stall.seller(), stall.place(), reading.sku());
        offers.refusals(key, reading.terms())
                .forEach(it -> errors.put(TypedFields.fieldOf(it), TypedFields.textOf(it)));
        Proposal before = proposals
                .last(stall.seller(), stall.place(), List.of(reading.sku()))
                .get(reading.sku());
        if (before != null
                && before.stage() == Stage.WAITING
                && !before.key().id().equals(id)) {
            errors.put("sku", "desk.propose.sku-waits");
        }
        return ProposedOffer.of(key, reading.condition(), reading.terms(), null);
    }

    @GetMapping("/seller/catalogue/proposals/{id}")
    View proposal(@ModelAttribute(binding = false) Stall stall, @PathVariable UUID id, Visitor visitor) {
        Proposal proposal = proposals.get(new ProposalKey(stall.seller(), id));
        ProposedOffer wanted = proposal.offer() == null ? null : ProposedOffer.parse(proposal.offer());
        List<Product> same =
                proposal.stage() == Stage.WAITING ? duplicates.of(proposal.marketplace(), proposal.page()) : List.of();
        return new ProposalPage(
                stall,
                proposal,
                same,
                catalog.category(proposal.page().category())
                        .name(visitor.language().locale()),
                types.sheet(proposal.page(), visitor.language().locale()),
                wanted,
                wanted == null || proposal.product() == null
                        ? null
                        : offers.find(wanted.key(stall.seller()))
                                .filter(it -> it.product().equals(proposal.product()))
                                .orElse(null));
    }

    @PostMapping("/seller/catalogue/proposals/{id}/withdrawal")
    View withdraw(@ModelAttribute(binding = false) Stall stall, @PathVariable UUID id) {
        ProposalKey key = new ProposalKey(stall.seller(), id);
        String title = proposals.get(key).page().title();
        try {
            proposals.withdraw(key, stall.user());
        } catch (LostRace decided) {
            return Redirect.to(PROPOSALS + id).warning("desk.proposal.withdraw.decided");
        }
        return Redirect.to("/seller/catalogue").saying("desk.proposal.withdraw.done", title);
    }

    /** Begins with a byte-order mark, by which spreadsheets know UTF-8. */
    @GetMapping("/seller/catalogue/templates/{code}")
    ResponseEntity<byte[]> template(
            @ModelAttribute(binding = false) Stall stall, @PathVariable String code, Visitor visitor) {
        ProductType type = types.get(code);
        List<String> shippingTemplates = shipping.of(stall.seller(), stall.place()).stream()
                .map(Template::name)
                .toList();
        String text = '\uFEFF'
                + types.template(type, shippingTemplates)
                        .toTsv(visitor.language().locale());
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "tab-separated-values", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(type.code() + ".tsv")
                                .build()
                                .toString())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/seller/catalogue")
    View catalogue(
            @ModelAttribute(binding = false) Stall stall, @RequestParam(required = false) @Nullable String after) {
        return new CataloguePage(stall, proposals.of(stall.seller(), after, PAGE));
    }

    @GetMapping(path = "/seller/catalogue", params = "format=csv")
    void csv(@ModelAttribute(binding = false) Stall stall, Visitor visitor, HttpServletResponse response)
            throws IOException {
        Csv.stream(
                response,
                "proposals.csv",
                texts.header(visitor.language(), "desk.csv.", COLUMNS),
                after -> proposals.of(stall.seller(), after, Csv.STRETCH),
                it -> cells(it, stall, visitor));
    }

    private List<String> cells(Proposal proposal, Stall stall, Visitor visitor) {
        ZoneId zone = stall.marketplace().zone();
        Proposal.Decision decision = proposal.decision();
        return List.of(
                Csv.time(proposal.proposedAt(), zone),
                proposal.proposedBy(),
                proposal.page().title(),
                Objects.requireNonNullElse(proposal.page().brand(), ""),
                catalog.category(proposal.page().category())
                        .name(visitor.language().locale()),
                proposal.page().codes().stream().map(Gtin::printed).collect(Collectors.joining(" ")),
                texts.text(visitor.language(), "desk.proposal.stage." + Names.key(proposal.stage())),
                proposal.product() == null ? "" : proposal.product().value(),
                decision == null ? "" : Csv.time(decision.at(), zone),
                decision == null ? "" : decision.reason());
    }
}
