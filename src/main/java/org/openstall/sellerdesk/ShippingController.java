package org.openstall.sellerdesk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openstall.catalog.Catalog;
import org.openstall.catalog.Product;
import org.openstall.kernel.LostRace;
import org.openstall.kernel.NotYours;
import org.openstall.kernel.Sku;
import org.openstall.listings.Offer;
import org.openstall.listings.OfferKey;
import org.openstall.listings.Offers;
import org.openstall.ordering.Deliveries;
import org.openstall.pages.Redirect;
import org.openstall.pages.Texts;
import org.openstall.pages.View;
import org.openstall.pages.Visitor;
import org.openstall.sellerdesk.CalculatorPage.Answer;
import org.openstall.sellerdesk.CalculatorPage.Question;
import org.openstall.sellerdesk.TemplateForm.Complaint;
import org.openstall.shipping.AddressType;
import org.openstall.shipping.Destination;
import org.openstall.shipping.Promise;
import org.openstall.shipping.Quote;
import org.openstall.shipping.SaveResult;
import org.openstall.shipping.SellerShipping;
import org.openstall.shipping.Subdivisions;
import org.openstall.shipping.Template;
import org.openstall.shipping.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shipping settings: templates, cut-off time, handling time, and what buyers would see of them. */
@Controller
class ShippingController {
    private static final String HOME = "/seller/shipping";

    private final Templates templates;
    private final Deliveries deliveries;
    private final Offers offers;
    private final Catalog catalog;
    private final Texts texts;

    ShippingController(Templates templates, Deliveries deliveries, Offers offers, Catalog catalog, Texts texts) {
        this.templates = templates;
        this.deliveries = deliveries;
        this.offers = offers;
        this.catalog = catalog;
        this.texts = texts;
    }

    @GetMapping("/seller/shipping")
    View shipping(@ModelAttribute(binding = false) Stall stall) {
        return settings(stall, null, null);
    }

    private ShippingPage settings(Stall stall, @Nullable String cutOffRefused, @Nullable HandlingForm refused) {
        HandlingForm handling = refused == null
                ? HandlingForm.of(
                        templates.settings(stall.seller(), stall.place()).handling())
                : refused;
        return new ShippingPage(
                stall,
                templates.of(stall.seller(), stall.place()),
                offers.templateUses(stall.seller(), stall.place()),
                templates.shipping(stall.seller(), stall.place()),
                deliveries.achieved(stall.seller(), stall.place()),
                handling,
                templates.usualHandling(stall.place()),
                cutOffRefused);
    }

    @PostMapping("/seller/shipping/cut-off")
    View setCutOff(@ModelAttribute(binding = false) Stall stall, @RequestParam(defaultValue = "") String time) {
        try {
            templates.setCutOff(stall.seller(), stall.place(), LocalTime.parse(time.strip()));
        } catch (DateTimeException noTime) {
            return settings(stall, time, null);
        }
        return Redirect.to(HOME).saying("desk.shipping.cut-off.saved");
    }

    @PostMapping("/seller/shipping/handling")
    View setHandling(
            @ModelAttribute(binding = false) Stall stall,
            @RequestParam(defaultValue = "") String least,
            @RequestParam(defaultValue = "") String most) {
        HandlingForm.Reading reading = HandlingForm.read(least, most);
        if (reading.form().error() != null) {
            return settings(stall, null, reading.form());
        }
        templates.setHandling(stall.seller(), stall.place(), reading.handling());
        return Redirect.to(HOME).saying("desk.shipping.handling.saved");
    }

    /** Takes the suggestion that the page made; if it makes another one by now, nothing changes. */
    @PostMapping("/seller/shipping/handling/suggestion")
    View takeSuggestion(@ModelAttribute(binding = false) Stall stall, @RequestParam(defaultValue = "-1") int days) {
        OptionalInt suggestion =
                deliveries.achieved(stall.seller(), stall.place()).suggestion();
        if (suggestion.isEmpty() || suggestion.getAsInt() != days) {
            return Redirect.to(HOME).warning("desk.shipping.handling.other");
        }
        int changed =
                offers.promiseHandling(stall.seller(), stall.place(), Promise.Handling.exactly(days), stall.user());
        return Redirect.to(HOME).saying("desk.shipping.handling.taken", changed);
    }

    @GetMapping("/seller/shipping/templates/new")
    View begin(@ModelAttribute(binding = false) Stall stall, @RequestParam @Nullable UUID copy, Visitor visitor) {
        Template original = copy == null ? templates.usual(stall.place()) : templates.get(stall.seller(), copy);
        String name = copy == null ? "" : texts.text(visitor.language(), "desk.shipping.copy-of", original.name());
        return page(
                stall,
                null,
                TemplateForm.of(
                        original, shortened(name), 0, stall.marketplace().currency()),
                Map.of(),
                false);
    }

    private static String shortened(String name) {
        return name.substring(0, Math.min(name.length(), Templates.LONGEST_NAME));
    }

    @GetMapping("/seller/shipping/templates/{id}")
    View template(@ModelAttribute(binding = false) Stall stall, @PathVariable UUID id) {
        Template template = find(stall, id);
        return page(
                stall,
                template,
                TemplateForm.of(
                        template,
                        template.name(),
                        template.version(),
                        stall.marketplace().currency()),
                Map.of(),
                false);
    }

    private Template find(Stall stall, UUID id) {
        Template template = templates.get(stall.seller(), id);
        if (!template.marketplace().equals(stall.place())) {
            throw new NotYours("Template " + id + " is of another marketplace");
        }
        return template;
    }

    private TemplatePage page(
            Stall stall,
            @Nullable Template saved,
            TemplateForm form,
            Map<String, Complaint> complaints,
            boolean stale) {
        List<Template> others = templates.of(stall.seller(), stall.place()).stream()
                .filter(it -> saved == null || !it.id().equals(saved.id()))
                .toList();
        int uses = saved == null
                ? 0
                : offers.templateUses(stall.seller(), stall.place()).getOrDefault(saved.id(), 0);
        return new TemplatePage(
                stall,
                saved,
                others,
                uses,
                form,
                complaints,
                stale,
                Subdivisions.of(stall.marketplace().country()));
    }

    @PostMapping("/seller/shipping/templates")
    View create(@ModelAttribute(binding = false) Stall stall, @RequestParam MultiValueMap<String, String> fields) {
        return saved(stall, null, fields);
    }

    @PostMapping("/seller/shipping/templates/{id}")
    View save(
            @ModelAttribute(binding = false) Stall stall,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        return saved(stall, find(stall, id), fields);
    }

    /** Saves what was typed, or shows it again with one rate more or less. */
    private View saved(Stall stall, @Nullable Template saved, MultiValueMap<String, String> fields) {
        TemplateForm form = TemplateForm.read(fields);
        String action = fields.getOrDefault("action", List.of("save")).getFirst();
        if (action.equals("add")) {
            return page(stall, saved, form.withAnother(), Map.of(), false);
        }
        if (action.matches("remove-\\d{1,3}")) {
            return page(stall, saved, form.without(Integer.parseInt(action.substring(7))), Map.of(), false);
        }
        TemplateForm.Reading reading = form.read(stall.marketplace());
        if (!reading.complaints().isEmpty()) {
            return page(stall, saved, form, reading.complaints(), false);
        }
        SaveResult result = saved == null
                ? templates.create(stall.seller(), stall.place(), form.name(), reading.rates())
                : templates.save(stall.seller(), saved.id(), form.version(), form.name(), reading.rates());
        return switch (result) {
            case SaveResult.Saved done ->
                Redirect.to(HOME).saying("desk.shipping.saved", done.template().name());
            case SaveResult.Refused refused ->
                page(stall, saved, form, TemplateForm.complaints(refused.problems()), false);
            case SaveResult.Stale stale -> page(stall, saved, form, Map.of(), true);
        };
    }

    @PostMapping("/seller/shipping/templates/{id}/default")
    View makeDefault(@ModelAttribute(binding = false) Stall stall, @PathVariable UUID id) {
        Template template = find(stall, id);
        templates.makeDefault(stall.seller(), id);
        return Redirect.to(HOME).saying("desk.shipping.default.saved", template.name());
    }

    @PostMapping("/seller/shipping/templates/{id}/deletion")
    View delete(
            @ModelAttribute(binding = false) Stall stall,
            @PathVariable UUID id,
            @RequestParam @Nullable UUID replacement) {
        Template template = find(stall, id);
        try {
            templates.delete(stall.seller(), id, replacement);
        } catch (LostRace race) {
            return Redirect.to(HOME + "/templates/" + id).warning("desk.shipping.delete.refused");
        }
        return Redirect.to(HOME).saying("desk.shipping.deleted", template.name());
    }

    @PostMapping("/seller/inventory/offer/shipping")
    View choose(
            @ModelAttribute(binding = false) Stall stall,
            @RequestParam(defaultValue = "") String sku,
            @RequestParam @Nullable UUID template) {
        Offer offer = offers.get(stall.seller(), stall.place(), sku);
        if (template != null) {
            find(stall, template);
        }
        offers.shipBy(offer.key(), template, stall.user());
        return Redirect.to("/seller/inventory/offer?sku=" + URLEncoder.encode(sku, StandardCharsets.UTF_8))
                .saying("desk.inventory.saved", sku);
    }

    @GetMapping("/seller/shipping/calculator")
    View calculate(
            @ModelAttribute(binding = false) Stall stall,
            @RequestParam(defaultValue = "") String sku,
            @RequestParam(defaultValue = "1") String quantity,
            @RequestParam(defaultValue = "") String postcode,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String country,
            @RequestParam(defaultValue = "STREET") String type) {
        String to = country.strip().toUpperCase(Locale.ROOT);
        Question question = new Question(
                sku.strip(),
                quantity.strip(),
                postcode.strip(),
                state,
                to.isEmpty() ? stall.marketplace().country() : to,
                type);
        if (question.sku().isEmpty()) {
            return calculator(stall, question, null, null);
        }
        Offer offer = Sku.isValid(question.sku())
                ? offers.find(new OfferKey(stall.seller(), stall.place(), new Sku(question.sku())))
                        .orElse(null)
                : null;
        if (offer == null) {
            return calculator(stall, question, null, "sku");
        }
        if (!question.quantity().matches("[1-9]\\d{0,3}")) {
            return calculator(stall, question, null, "quantity");
        }
        if (!Set.of(Locale.getISOCountries()).contains(question.country())) {
            return calculator(stall, question, null, "country");
        }
        return calculator(stall, question, answer(stall, question, offer), null);
    }

    private Answer answer(Stall stall, Question question, Offer offer) {
        Destination written = Destination.of(question.country(), question.state(), question.postcode(), "", "");
        AddressType type = List.of(AddressType.values()).stream()
                .filter(it -> it.name().equals(question.type()) && it != AddressType.STREET)
                .findFirst()
                .orElse(written.type());
        Destination to = new Destination(written.country(), written.state(), written.postcode(), type);
        Product product = catalog.find(offer.product()).orElse(null);
        List<Deliveries.Wanted> wanted =
                List.of(new Deliveries.Wanted(offer, Integer.parseInt(question.quantity()), product));
        Quote quote = deliveries
                .quotes(stall.marketplace(), to, Map.of(stall.seller(), wanted))
                .getOrDefault(stall.seller(), new Quote(List.of(), Map.of()));
        SellerShipping shipping = templates.shipping(stall.seller(), stall.place());
        return new Answer(
                offer,
                Titles.of(List.of(offer), catalog).of(offer),
                shipping.template(offer.shippingTemplate()).name(),
                to,
                quote,
                product == null || Deliveries.milligrams(product) == null);
    }

    private static CalculatorPage calculator(
            Stall stall, Question question, @Nullable Answer answer, @Nullable String refused) {
        return new CalculatorPage(
                stall,
                question,
                answer,
                refused == null ? null : "desk.shipping.calculator.refused." + refused,
                Subdivisions.of(stall.marketplace().country()));
    }
}
