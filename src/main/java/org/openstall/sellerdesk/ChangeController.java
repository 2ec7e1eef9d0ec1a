package org.openstall.sellerdesk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
import org.openstall.kernel.NotYours;
import org.openstall.kernel.ProductId;
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
                history(stall, page, language));
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

    private List<ShownChange> history(Stall stall, Product page, Language language) {
        return changes.of(page.id()).stream()
                .filter(it -> it.seller().equals(stall.seller()))
                .map(it -> new ShownChange(it, page.title(), label(page, it.field(), language)))
                .toList();
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
    View change(@ModelAttribute(binding = false) Stall stall, @PathVariable UUID id, Visitor visitor) {
        ChangeRequest request = changes.get(stall.seller(), id);
        Product page = page(request.key().product());
        return new ChangePage(
                stall,
                new ShownChange(request, page.title(), label(page, request.field(), visitor.language())),
                history(stall, page, visitor.language()));
    }

    /** A seller's requests with the names of what they are about. */
    private List<ShownChange> of(Stall stall, Language language) {
        List<ChangeRequest> all = changes.of(stall.seller());
        Map<ProductId, Product> pages = catalog.find(
                all.stream().map(it -> it.key().product()).distinct().toList());
        List<ShownChange> shown = new ArrayList<>();
        for (ChangeRequest each : all) {
            Product page = pages.get(each.key().product());
            if (page != null) {
                shown.add(new ShownChange(each, page.title(), label(page, each.field(), language)));
            }
        }
        return shown;
    }

    @GetMapping("/seller/catalogue/changes")
    View changes(@ModelAttribute(binding = false) Stall stall, Visitor visitor) {
        return new ChangesPage(stall, of(stall, visitor.language()));
    }
}
