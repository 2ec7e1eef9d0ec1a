package org.openstall.operatordesk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openstall.catalog.Catalog;
import org.openstall.catalog.Product;
import org.openstall.catalog.ProductTypes;
import org.openstall.catalog.Proposal;
import org.openstall.catalog.ProposalKey;
import org.openstall.catalog.Proposals;
import org.openstall.identity.SignedIn;
import org.openstall.kernel.LostRace;
import org.openstall.kernel.SellerId;
import org.openstall.operatordesk.ProposalPage.Problem;
import org.openstall.pages.Redirect;
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
    private static final String QUEUE = "/operator/catalogue";
    private static final String PROPOSAL = "/operator/catalogue/proposals/{seller}/{id}";

    private final Proposals proposals;
    private final ProductTypes types;
    private final Catalog catalog;
    private final Duplicates duplicates;
    private final Sellers sellers;

    CatalogueController(
            Proposals proposals, ProductTypes types, Catalog catalog, Duplicates duplicates, Sellers sellers) {
        this.proposals = proposals;
        this.types = types;
        this.catalog = catalog;
        this.duplicates = duplicates;
        this.sellers = sellers;
    }

    @GetMapping("/operator/catalogue")
    View queue(@RequestParam(defaultValue = "") String tab) {
        boolean decided = tab.equals("decided");
        List<Proposal> shown = decided ? proposals.decided() : proposals.waiting();
        Map<SellerId, String> names =
                sellers
                        .find(shown.stream()
                                .map(it -> it.key().seller())
                                .distinct()
                                .toList())
                        .values()
                        .stream()
                        .collect(Collectors.toMap(Seller::id, Seller::name));
        return new CataloguePage(decided, proposals.countWaiting(), shown, names);
    }

    @GetMapping(PROPOSAL)
    View proposal(@PathVariable SellerId seller, @PathVariable UUID id, Visitor visitor) {
        return page(new ProposalKey(seller, id), "", "", null, visitor);
    }

    private ProposalPage page(ProposalKey key, String into, String reason, @Nullable Problem problem, Visitor visitor) {
        Proposal proposal = proposals.get(key);
        List<Product> same = proposal.stage() == Proposal.Stage.WAITING
                ? duplicates.of(proposal.marketplace(), proposal.page())
                : List.of();
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
        return deciding(key, "", visitor, it -> {
            Optional<Product> owner = proposals.approve(it, operator.name());
            return owner.isPresent()
                    ? page(it, owner.get().id().value(), "", Problem.CODE_TAKEN, visitor)
                    : Redirect.to(QUEUE).saying("operator.proposal.approved");
        });
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
        return deciding(key, reason, visitor, it -> {
            proposals.merge(it, page.get().id(), operator.name(), reason.strip());
            return Redirect.to(QUEUE)
                    .saying("operator.proposal.merged", page.get().title());
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
        return deciding(key, reason, visitor, it -> {
            proposals.reject(it, operator.name(), reason.strip());
            return Redirect.to(QUEUE).saying("operator.proposal.rejected");
        });
    }

    private static boolean tooLong(String reason) {
        return reason.strip().length() > ProposalPage.LONGEST_REASON;
    }

    /** Somebody else's decision meanwhile is shown instead. */
    private View deciding(ProposalKey key, String reason, Visitor visitor, Function<ProposalKey, View> decision) {
        try {
            return decision.apply(key);
        } catch (LostRace race) {
            return page(key, "", reason, Problem.DECIDED_MEANWHILE, visitor);
        }
    }
}
