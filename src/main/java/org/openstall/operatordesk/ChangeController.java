package org.openstall.operatordesk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openstall.catalog.Catalog;
import org.openstall.catalog.ChangeKey;
import org.openstall.catalog.ChangeRequest;
import org.openstall.catalog.Changes;
import org.openstall.catalog.PageField;
import org.openstall.catalog.Product;
import org.openstall.catalog.ProductTypes;
import org.openstall.catalog.Proposal;
import org.openstall.identity.SignedIn;
import org.openstall.kernel.LostRace;
import org.openstall.kernel.Page;
import org.openstall.kernel.ProductId;
import org.openstall.kernel.SellerId;
import org.openstall.operatordesk.ChangePage.Problem;
import org.openstall.pages.Csv;
import org.openstall.pages.Language;
import org.openstall.pages.Redirect;
import org.openstall.pages.Texts;
import org.openstall.pages.View;
import org.openstall.pages.Visitor;
import org.openstall.sellers.Seller;
import org.openstall.sellers.Sellers;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Decides on the corrections that sellers ask for. */
@Controller("operatorChangeController")
class ChangeController {
    private static final int PAGE = 50;
    private static final int HISTORY = 20;
    private static final List<String> COLUMNS = List.of(
            "id",
            "asked",
            "seller-id",
            "seller",
            "by",
            "product",
            "title",
            "field",
            "from",
            "to",
            "why",
            "stage",
            "decided-by",
            "decided",
            "reason");
    private static final String QUEUE = "/operator/catalogue/changes";
    private static final String CHANGE = "/operator/catalogue/changes/{product}/{id}";

    private final Changes changes;
    private final Catalog catalog;
    private final ProductTypes types;
    private final Sellers sellers;
    private final Texts texts;

    ChangeController(Changes changes, Catalog catalog, ProductTypes types, Sellers sellers, Texts texts) {
        this.changes = changes;
        this.catalog = catalog;
        this.types = types;
        this.sellers = sellers;
        this.texts = texts;
    }

    @GetMapping(QUEUE)
    View queue(
            @RequestParam(defaultValue = "") String tab,
            @RequestParam(required = false) @Nullable String after,
            Visitor visitor) {
        return new ChangesPage(
                isDecided(tab), changes.countWaiting(), shown(page(tab, after, PAGE), visitor.language()));
    }

    private static boolean isDecided(String tab) {
        return tab.equals("decided");
    }

    private Page<ChangeRequest> page(String tab, @Nullable String after, int size) {
        return isDecided(tab) ? changes.decided(after, size) : changes.waiting(after, size);
    }

    @GetMapping(path = QUEUE, params = "format=csv")
    void csv(@RequestParam(defaultValue = "") String tab, Visitor visitor, HttpServletResponse response)
            throws IOException {
        Csv.stream(
                response,
                isDecided(tab) ? "corrections-decided.csv" : "corrections-waiting.csv",
                texts.header(visitor.language(), "operator.csv.", COLUMNS),
                after -> shown(page(tab, after, Csv.STRETCH), visitor.language()),
                it -> cells(it, visitor));
    }

    private List<String> cells(ShownChange change, Visitor visitor) {
        ZoneId zone = visitor.marketplace().zone();
        ChangeRequest request = change.request();
        Proposal.Decision decision = request.decision();
        return List.of(
                request.key().id().toString(),
                Csv.time(request.requestedAt(), zone),
                request.seller().value(),
                change.seller(),
                request.requestedBy(),
                request.key().product().value(),
                change.product(),
                change.field(),
                request.from(),
                request.to(),
                request.reason(),
                texts.text(
                        visitor.language(),
                        "operator.change.stage." + request.stage().name().toLowerCase(Locale.ROOT)),
                decision == null ? "" : decision.by(),
                decision == null ? "" : Csv.time(decision.at(), zone),
                decision == null ? "" : decision.reason());
    }

    private Page<ShownChange> shown(Page<ChangeRequest> requests, Language language) {
        Map<ProductId, Product> pages = catalog.find(
                requests.items().stream().map(it -> it.key().product()).collect(Collectors.toSet()));
        Map<SellerId, Seller> askers = sellers.find(
                requests.items().stream().map(ChangeRequest::seller).collect(Collectors.toSet()));
        return requests.map(it -> {
            Product page = pages.get(it.key().product());
            Seller asker = askers.get(it.seller());
            return new ShownChange(
                    it,
                    page == null ? it.key().product().value() : page.title(),
                    label(page, it.field(), language),
                    asker == null ? it.seller().value() : asker.name());
        });
    }

    private String label(@Nullable Product page, PageField field, Language language) {
        if (field.kind() != PageField.Kind.ATTRIBUTE) {
            return texts.text(language, "frame.product." + field.kind().name().toLowerCase(Locale.ROOT));
        }
        return page == null
                ? field.attribute()
                : types.attribute(page, field.attribute())
                        .map(it -> it.label().in(language.locale()))
                        .orElse(field.attribute());
    }

    @GetMapping(CHANGE)
    View change(
            @PathVariable ProductId product,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String after,
            Visitor visitor) {
        return page(new ChangeKey(product, id), after, "", null, visitor);
    }

    private ChangePage page(ChangeKey key, String reason, Problem problem, Visitor visitor) {
        return page(key, null, reason, problem, visitor);
    }

    private ChangePage page(
            ChangeKey key, @Nullable String after, String reason, @Nullable Problem problem, Visitor visitor) {
        ChangeRequest request = changes.get(key);
        return new ChangePage(
                shown(new Page<>(List.of(request), null), visitor.language())
                        .items()
                        .getFirst(),
                changes.now(request),
                changes.conflict(request).orElse(null),
                shown(changes.of(key.product(), after, HISTORY), visitor.language()),
                reason,
                problem);
    }

    @PostMapping(CHANGE + "/approval")
    View accept(
            @PathVariable ProductId product,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "") String reason,
            SignedIn operator,
            Visitor visitor) {
        ChangeKey key = new ChangeKey(product, id);
        if (tooLong(reason)) {
            return page(key, reason, Problem.REASON_TOO_LONG, visitor);
        }
        try {
            if (changes.accept(key, seen, operator.name(), reason.strip()).isPresent()) {
                return page(key, reason, Problem.CODE_TAKEN, visitor);
            }
        } catch (LostRace race) {
            if (!isMade(key, ChangeRequest.Stage.ACCEPTED, operator, reason)) {
                return page(key, reason, Problem.CHANGED_MEANWHILE, visitor);
            }
        }
        return Redirect.to(QUEUE).saying("operator.change.accepted");
    }

    @PostMapping(CHANGE + "/rejection")
    View reject(
            @PathVariable ProductId product,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            SignedIn operator,
            Visitor visitor) {
        ChangeKey key = new ChangeKey(product, id);
        if (reason.isBlank() || tooLong(reason)) {
            return page(key, reason, reason.isBlank() ? Problem.REASON_MISSING : Problem.REASON_TOO_LONG, visitor);
        }
        try {
            changes.reject(key, operator.name(), reason.strip());
        } catch (LostRace race) {
            if (!isMade(key, ChangeRequest.Stage.REJECTED, operator, reason)) {
                return page(key, reason, Problem.CHANGED_MEANWHILE, visitor);
            }
        }
        return Redirect.to(QUEUE).saying("operator.change.rejected");
    }

    /** Whether the decision stands, as it was sent twice. */
    private boolean isMade(ChangeKey key, ChangeRequest.Stage stage, SignedIn operator, String reason) {
        ChangeRequest request = changes.get(key);
        return request.stage() == stage
                && request.decision() != null
                && request.decision().isOf(operator.name(), reason.strip());
    }

    private static boolean tooLong(String reason) {
        return reason.strip().length() > Changes.LONGEST_REASON;
    }
}
