package org.openstall.sellerdesk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openstall.catalog.Attribute;
import org.openstall.catalog.AttributeProblem;
import org.openstall.catalog.Catalog;
import org.openstall.catalog.ChangeKey;
import org.openstall.catalog.ChangeRefusal;
import org.openstall.catalog.ChangeRequest;
import org.openstall.catalog.Changes;
import org.openstall.catalog.PageField;
import org.openstall.catalog.Product;
import org.openstall.catalog.ProductTypes;
import org.openstall.catalog.Proposal;
import org.openstall.kernel.NotYours;
import org.openstall.kernel.Page;
import org.openstall.kernel.ProductId;
import org.openstall.pages.Csv;
import org.openstall.pages.Language;
import org.openstall.pages.Redirect;
import org.openstall.pages.Texts;
import org.openstall.pages.View;
import org.openstall.pages.Visitor;
import org.openstall.sellerdesk.ChangeFormPage.Line;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Corrections of product pages that a seller asks for. */
@Controller
class ChangeController {
    private static final int PAGE = 50;
    private static final int HISTORY = 20;
    private static final List<String> COLUMNS = List.of(
            "asked",
            "by",
            "product",
            "title",
            "field",
            "said",
            "should-say",
            "why",
            "status",
            "decided",
            "decision-reason");

    private final Changes changes;
    private final Catalog catalog;
    private final ProductTypes types;
    private final PictureUpload pictures;
    private final Texts texts;

    ChangeController(Changes changes, Catalog catalog, ProductTypes types, PictureUpload pictures, Texts texts) {
        this.changes = changes;
        this.catalog = catalog;
        this.types = types;
        this.pictures = pictures;
        this.texts = texts;
    }

    @GetMapping("/seller/catalogue/changes/new")
    View form(
            @ModelAttribute(binding = false) Stall stall,
            @RequestParam ProductId product,
            @RequestParam(defaultValue = "") String field,
            Visitor visitor) {
        Product page = page(product);
        PageField chosen = PageField.parse(field).orElse(null);
        return page(
                stall,
                page,
                chosen,
                UUID.randomUUID(),
                chosen == null ? "" : chosen.value(page),
                "",
                Map.of(),
                visitor.language());
    }

    private Product page(ProductId id) {
        return catalog.find(id).orElseThrow(() -> new NotYours("No product " + id));
    }

    private ChangeFormPage page(
            Stall stall,
            Product page,
            @Nullable PageField chosen,
            UUID id,
            String wanted,
            String reason,
            Map<String, String> errors,
            Language language) {
        Attribute attribute = chosen == null || chosen.kind() != PageField.Kind.ATTRIBUTE
                ? null
                : types.attribute(page, chosen.attribute()).orElse(null);
        return new ChangeFormPage(
                stall,
                page,
                fields(page, language),
                chosen == null ? null : new Line(chosen, label(page, chosen, language), chosen.value(page)),
                id,
                wanted,
                reason,
                attribute,
                errors,
                history(stall, page, null, language).items());
    }

    /** What the page tells, then what it might tell. */
    private List<Line> fields(Product page, Language language) {
        List<PageField> fields = new ArrayList<>();
        for (PageField.Kind kind : PageField.Kind.values()) {
            if (kind != PageField.Kind.ATTRIBUTE) {
                fields.add(PageField.of(kind));
            }
        }
        types.of(page).ifPresent(type -> type.attributes().forEach(it -> fields.add(PageField.ofAttribute(it.name()))));
        page.attributes().keySet().stream()
                .filter(it -> types.attribute(page, it).isEmpty())
                .forEach(it -> fields.add(PageField.ofAttribute(it)));
        Map<String, Line> lines = new LinkedHashMap<>();
        fields.forEach(it -> lines.put(it.text(), new Line(it, label(page, it, language), it.value(page))));
        return lines.values().stream()
                .sorted(Comparator.comparing((Line it) -> it.value().isEmpty()))
                .toList();
    }

    private String label(Product page, PageField field, Language language) {
        return field.kind() == PageField.Kind.ATTRIBUTE
                ? types.attribute(page, field.attribute())
                        .map(it -> it.label().in(language.locale()))
                        .orElse(field.attribute())
                : texts.text(language, "frame.product." + field.kind().name().toLowerCase(Locale.ROOT));
    }

    private Page<ShownChange> history(Stall stall, Product page, @Nullable String after, Language language) {
        return changes.of(stall.seller(), page.id(), after, HISTORY)
                .map(it -> new ShownChange(it, page.title(), label(page, it.field(), language)));
    }

    @PostMapping("/seller/catalogue/changes")
    View request(
            @ModelAttribute(binding = false) Stall stall,
            @RequestParam UUID id,
            @RequestParam ProductId product,
            @RequestParam String field,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "") String wanted,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "false") boolean withoutPicture,
            Visitor visitor)
            throws IOException {
        Product page = page(product);
        PageField chosen = PageField.parse(field).orElseThrow(() -> new NotYours("No field " + field));
        Optional<PictureUpload.Taken> taken = pictures.take(file, visitor.language());
        Optional<String> unfit = taken.map(PictureUpload.Taken::error).filter(it -> !it.isEmpty());
        if (unfit.isPresent()) {
            return page(stall, page, chosen, id, wanted, reason, Map.of("wanted", unfit.get()), visitor.language());
        }
        String to =
                withoutPicture ? "" : taken.map(PictureUpload.Taken::address).orElse(wanted);
        if (chosen.kind() == PageField.Kind.IMAGE && !pictures.isThere(to)) {
            String gone = texts.text(visitor.language(), "desk.picture.gone");
            return page(stall, page, chosen, id, "", reason, Map.of("wanted", gone), visitor.language());
        }
        Optional<ChangeRefusal> refusal =
                changes.request(new ChangeKey(product, id), stall.seller(), chosen, seen, to, reason, stall.user());
        if (refusal.isEmpty()) {
            return Redirect.to("/seller/catalogue/changes/" + id).saying("desk.change.done");
        }
        Map<String, String> errors = new HashMap<>();
        tell(refusal.get(), errors, visitor.language());
        return page(stall, page, chosen, id, to, reason, errors, visitor.language());
    }

    private void tell(ChangeRefusal refusal, Map<String, String> errors, Language language) {
        switch (refusal) {
            case ChangeRefusal.Stale stale ->
                errors.put("stale", texts.text(language, "desk.change.stale", stale.now()));
            case ChangeRefusal.Same same -> errors.put("wanted", texts.text(language, "desk.change.same"));
            case ChangeRefusal.CodeTaken taken ->
                errors.put(
                        "wanted",
                        texts.text(
                                language,
                                "desk.change.code-taken",
                                taken.by().id().value(),
                                taken.by().title()));
            case ChangeRefusal.ReasonMissing missing ->
                errors.put("reason", texts.text(language, "desk.change.reason-missing"));
            case ChangeRefusal.ReasonTooLong tooLong ->
                errors.put("reason", texts.text(language, "desk.change.reason-too-long", tooLong.most()));
            case ChangeRefusal.Unfit unfit -> errors.put("wanted", text(unfit, language));
        }
    }

    private String text(ChangeRefusal.Unfit unfit, Language language) {
        AttributeProblem attribute = unfit.attribute();
        return unfit.page() != null
                ? texts.text(language, unfit.page().key())
                : attribute == null
                        ? ""
                        : texts.text(language, attribute.key(), attribute.arguments(language.locale()));
    }

    @GetMapping("/seller/catalogue/changes/{id}")
    View change(
            @ModelAttribute(binding = false) Stall stall,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String after,
            Visitor visitor) {
        ChangeRequest request = changes.get(stall.seller(), id);
        Product page = page(request.key().product());
        return new ChangePage(
                stall,
                new ShownChange(request, page.title(), label(page, request.field(), visitor.language())),
                history(stall, page, after, visitor.language()));
    }

    /** A seller's requests with the names of what they are about. */
    private Page<ShownChange> of(Stall stall, @Nullable String after, int size, Language language) {
        Page<ChangeRequest> requests = changes.of(stall.seller(), after, size);
        Map<ProductId, Product> pages = catalog.find(
                requests.items().stream().map(it -> it.key().product()).collect(Collectors.toSet()));
        return requests.map(it -> {
            Product page = pages.get(it.key().product());
            return page == null
                    ? new ShownChange(
                            it,
                            it.key().product().value(),
                            it.field().attribute().isEmpty()
                                    ? it.field().text()
                                    : it.field().attribute())
                    : new ShownChange(it, page.title(), label(page, it.field(), language));
        });
    }

    @GetMapping("/seller/catalogue/changes")
    View changes(
            @ModelAttribute(binding = false) Stall stall,
            @RequestParam(required = false) @Nullable String after,
            Visitor visitor) {
        return new ChangesPage(stall, of(stall, after, PAGE, visitor.language()));
    }

    @GetMapping(path = "/seller/catalogue/changes", params = "format=csv")
    void csv(@ModelAttribute(binding = false) Stall stall, Visitor visitor, HttpServletResponse response)
            throws IOException {
        Csv.stream(
                response,
                "corrections.csv",
                texts.header(visitor.language(), "desk.csv.", COLUMNS),
                after -> of(stall, after, Csv.STRETCH, visitor.language()),
                it -> cells(it, stall, visitor));
    }

    private List<String> cells(ShownChange change, Stall stall, Visitor visitor) {
        ZoneId zone = stall.marketplace().zone();
        ChangeRequest request = change.request();
        Proposal.Decision decision = request.decision();
        return List.of(
                Csv.time(request.requestedAt(), zone),
                request.requestedBy(),
                request.key().product().value(),
                change.product(),
                change.field(),
                request.from(),
                request.to(),
                request.reason(),
                texts.text(visitor.language(), "desk.change.stage." + Names.key(request.stage())),
                decision == null ? "" : Csv.time(decision.at(), zone),
                decision == null ? "" : decision.reason());
    }
}
