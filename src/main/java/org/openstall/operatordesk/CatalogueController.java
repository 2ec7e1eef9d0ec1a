package org.openstall.operatordesk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openstall.catalog.Catalog;
import org.openstall.catalog.Gtin;
import org.openstall.catalog.Product;
import org.openstall.catalog.ProductTypes;
import org.openstall.catalog.Proposal;
import org.openstall.catalog.Proposal.Stage;
import org.openstall.catalog.ProposalKey;
import org.openstall.catalog.Proposals;
import org.openstall.identity.SignedIn;
import org.openstall.kernel.LostRace;
import org.openstall.kernel.Page;
import org.openstall.kernel.ProductId;
import org.openstall.kernel.SellerId;
import org.openstall.operatordesk.ProposalPage.Problem;
import org.openstall.pages.Csv;
import org.openstall.pages.Redirect;
import org.openstall.pages.Texts;
import org.openstall.pages.View;
import org.openstall.pages.Visitor;
import org.openstall.search.Duplicates;
import org.openstall.sellers.Seller;
import org.openstall.sellers.Sellers;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Decides on the pages that sellers propose. */
@Controller
class CatalogueController {
    private static final int PAGE = 50;
    private static final List<String> COLUMNS = List.of(
            "id",
            "proposed",
            "seller-id",
            "seller",
            "by",
            "title",
            "brand",
            "category",
            "codes",
            "stage",
            "product",
            "decided-by",
            "decided",
            "reason");
    private static final String QUEUE = "/operator/catalogue";
    private static final String PROPOSAL = "/operator/catalogue/proposals/{seller}/{id}";

    private final Proposals proposals;
    private final ProductTypes types;
    private final Catalog catalog;
    private final Duplicates duplicates;
    private final Sellers sellers;
    private final Texts texts;

    CatalogueController(
            Proposals proposals,
            ProductTypes types,
            Catalog catalog,
            Duplicates duplicates,
            Sellers sellers,
            Texts texts) {
        this.proposals = proposals;
        this.types = types;
        this.catalog = catalog;
        this.duplicates = duplicates;
        this.sellers = sellers;
        this.texts = texts;
    }

    @GetMapping("/operator/catalogue")
    View queue(@RequestParam(defaultValue = "") String tab, @RequestParam(required = false) @Nullable String after) {
        Page<Proposal> shown = page(tab, after, PAGE);
        return new CataloguePage(isDecided(tab), proposals.countWaiting(), shown, names(shown));
    }

    private static boolean isDecided(String tab) {
        return tab.equals("decided");
    }

    private Page<Proposal> page(String tab, @Nullable String after, int size) {
        return isDecided(tab) ? proposals.decided(after, size) : proposals.waiting(after, size);
    }

    private Map<SellerId, String> names(Page<Proposal> shown) {
        return sellers
                .find(shown.items().stream().map(it -> it.key().seller()).collect(Collectors.toSet()))
                .values()
                .stream()
                .collect(Collectors.toMap(Seller::id, Seller::name));
    }

    @GetMapping(path = "/operator/catalogue", params = "format=csv")
    void csv(@RequestParam(defaultValue = "") String tab, Visitor visitor, HttpServletResponse response)
            throws IOException {
        Csv.stream(
                response,
                isDecided(tab) ? "proposals-decided.csv" : "proposals-waiting.csv",
                texts.header(visitor.language(), "operator.csv.", COLUMNS),
                after -> {
                    Page<Proposal> stretch = page(tab, after, Csv.STRETCH);
                    Map<SellerId, String> names = names(stretch);
                    return stretch.map(it -> cells(it, names, visitor));
                },
                it -> it);
    }

    private List<String> cells(Proposal proposal, Map<SellerId, String> names, Visitor visitor) {
        ZoneId zone = visitor.marketplace().zone();
        SellerId seller = proposal.key().seller();
        Proposal.Decision decision = proposal.decision();
        return List.of(
                proposal.key().id().toString(),
                Csv.time(proposal.proposedAt(), zone),
                seller.value(),
                names.getOrDefault(seller, ""),
                proposal.proposedBy(),
                proposal.page().title(),
                Objects.requireNonNullElse(proposal.page().brand(), ""),
                catalog.category(proposal.page().category())
                        .name(visitor.language().locale()),
                proposal.page().codes().stream().map(Gtin::printed).collect(Collectors.joining(" ")),
                texts.text(
                        visitor.language(),
                        "operator.proposal.stage." + proposal.stage().name().toLowerCase(Locale.ROOT)),
                proposal.product() == null ? "" : proposal.product().value(),
                decision == null ? "" : decision.by(),
                decision == null ? "" : Csv.time(decision.at(), zone),
                decision == null ? "" : decision.reason());
    }

    @GetMapping(PROPOSAL)
    View proposal(@PathVariable SellerId seller, @PathVariable UUID id, Visitor visitor) {
        return page(new ProposalKey(seller, id), "", "", null, visitor);
    }

    private ProposalPage page(ProposalKey key, String into, String reason, @Nullable Problem problem, Visitor visitor) {
        Proposal proposal = proposals.get(key);
        List<Product> same =
                proposal.stage() == Stage.WAITING ? duplicates.of(proposal.marketplace(), proposal.page()) : List.of();
        String type = Optional.ofNullable(proposal.page().productType())
                .flatMap(types::find)
                .map(it -> it.name().in(visitor.language().locale()))
                .orElse("–");
        return new ProposalPage(
                proposal,
                sellers.find(key.seller()).map(Seller::name).orElse(key.seller().value()),
                catalog.category(proposal.page().category())
                        .name(visitor.language().locale()),
                type,
                types.sheet(proposal.page(), visitor.language().locale()),
                same,
                into,
                reason,
                problem);
    }

    @PostMapping(PROPOSAL + "/approval")
    View approve(@PathVariable SellerId seller, @PathVariable UUID id, SignedIn operator, Visitor visitor) {
        ProposalKey key = new ProposalKey(seller, id);
        Wanted wanted = new Wanted(Stage.APPROVED, null, operator.name(), "");
        View approved = Redirect.to(QUEUE).saying("operator.proposal.approved");
        return deciding(key, wanted, approved, visitor, () -> proposals
                .approve(key, operator.name())
                .<View>map(owner -> page(key, owner.id().value(), "", Problem.CODE_TAKEN, visitor))
                .orElse(approved));
    }

    @PostMapping(PROPOSAL + "/merger")
    View merge(
            @PathVariable SellerId seller,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String into,
            @RequestParam(defaultValue = "") String reason,
            SignedIn operator,
            Visitor visitor) {
        ProposalKey key = new ProposalKey(seller, id);
        Optional<Product> page = catalog.findByCode(into);
        if (page.isEmpty() || tooLong(reason)) {
            return page(key, into, reason, page.isEmpty() ? Problem.NO_SUCH_PAGE : Problem.REASON_TOO_LONG, visitor);
        }
        Wanted wanted = new Wanted(Stage.MERGED, page.get().id(), operator.name(), reason.strip());
        View merged =
                Redirect.to(QUEUE).saying("operator.proposal.merged", page.get().title());
        return deciding(key, wanted, merged, visitor, () -> {
            proposals.merge(key, page.get().id(), operator.name(), reason.strip());
            return merged;
        });
    }

    @PostMapping(PROPOSAL + "/rejection")
    View reject(
            @PathVariable SellerId seller,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            SignedIn operator,
            Visitor visitor) {
        ProposalKey key = new ProposalKey(seller, id);
        if (reason.isBlank() || tooLong(reason)) {
            return page(key, "", reason, reason.isBlank() ? Problem.REASON_MISSING : Problem.REASON_TOO_LONG, visitor);
        }
        Wanted wanted = new Wanted(Stage.REJECTED, null, operator.name(), reason.strip());
        View rejected = Redirect.to(QUEUE).saying("operator.proposal.rejected");
        return deciding(key, wanted, rejected, visitor, () -> {
            proposals.reject(key, operator.name(), reason.strip());
            return rejected;
        });
    }

    private static boolean tooLong(String reason) {
        return reason.strip().length() > ProposalPage.LONGEST_REASON;
    }

    /** What an operator decides. */
    private record Wanted(Stage stage, @Nullable ProductId into, String by, String reason) {
        boolean isMade(Proposal proposal) {
            return proposal.stage() == stage
                    && (into == null || into.equals(proposal.product()))
                    && proposal.decision() != null
                    && proposal.decision().isOf(by, reason);
        }
    }

    /** What is sent twice is decided once; somebody else's decision meanwhile is shown instead. */
    private View deciding(ProposalKey key, Wanted wanted, View made, Visitor visitor, Supplier<View> decision) {
        try {
            return decision.get();
        } catch (LostRace race) {
            return wanted.isMade(proposals.get(key))
                    ? made
                    : page(key, "", wanted.reason(), Problem.DECIDED_MEANWHILE, visitor);
        }
    }
}
