package org.openstall.operatordesk;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openstall.identity.SignedIn;
import org.openstall.kernel.LostRace;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.NotYours;
import org.openstall.marketplaces.Marketplace;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.marketplaces.Policies;
import org.openstall.marketplaces.Policy;
import org.openstall.marketplaces.PolicyChange;
import org.openstall.operatordesk.PolicyPage.Problem;
import org.openstall.pages.Redirect;
import org.openstall.pages.View;
import org.openstall.sellers.Sellers;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class MarketplaceController {
    private final Marketplaces marketplaces;
    private final Sellers sellers;

    MarketplaceController(Marketplaces marketplaces, Sellers sellers) {
        this.marketplaces = marketplaces;
        this.sellers = sellers;
    }

    @GetMapping("/operator/marketplaces")
    View marketplaces() {
        return new MarketplacesPage(marketplaces.all().stream().map(this::line).toList());
    }

    private MarketplacesPage.Line line(Marketplace place) {
        Policies policies = marketplaces.policies(place.id());
        int changed = (int) policies.changed().entrySet().stream()
                .filter(it -> it.getValue().compareTo(it.getKey().byDefault()) != 0)
                .count();
        return new MarketplacesPage.Line(
                place,
                sellers.standings(place.id()).size(),
                changed,
                marketplaces.history(place.id()).stream()
                        .findFirst()
                        .map(PolicyChange::changedAt)
                        .orElse(null));
    }

    @GetMapping("/operator/marketplaces/{id}")
    View marketplace(@PathVariable MarketplaceId id) {
        Marketplace place = marketplaces.get(id);
        List<PolicyChange> history = marketplaces.history(id);
        return new MarketplacePage(
                place, sellers.standings(id).size(), PolicyAreas.of(policy -> line(place, policy, history)), history);
    }

    @GetMapping("/operator/marketplaces/{id}/policies/{key}")
    View policy(@PathVariable MarketplaceId id, @PathVariable String key) {
        PolicyLine line = line(id, key);
        return page(line, line.typed(), "", null);
    }

    /** The value in force by the history, which is never stale as the values that rules read may be for a moment. */
    private static PolicyLine line(Marketplace place, Policy policy, List<PolicyChange> history) {
        return new PolicyLine(
                place,
                policy,
                history.stream()
                        .filter(it -> it.policy() == policy)
                        .findFirst()
                        .map(PolicyChange::to)
                        .orElse(policy.byDefault()));
    }

    private PolicyLine line(MarketplaceId id, String key) {
        Policy policy = PolicyLine.of(key).orElseThrow(() -> new NotYours("No policy " + key));
        return line(marketplaces.get(id), policy, marketplaces.history(id));
    }

    private PolicyPage page(PolicyLine line, String typed, String reason, @Nullable Problem problem) {
        List<PolicyChange> history = marketplaces.history(line.place().id()).stream()
                .filter(it -> it.policy() == line.policy())
                .toList();
        return new PolicyPage(line, typed, reason, problem, history);
    }

    @PostMapping("/operator/marketplaces/{id}/policies/{key}/changes")
    View change(
            @PathVariable MarketplaceId id,
            @PathVariable String key,
            @RequestParam String expected,
            @RequestParam String value,
            @RequestParam String reason,
            SignedIn operator) {
        PolicyLine line = line(id, key);
        BigDecimal wanted = line.read(value).filter(line.policy()::accepts).orElse(null);
        if (wanted == null) {
            return page(line, value, reason, Problem.VALUE);
        }
        if (reason.isBlank() || reason.strip().length() > PolicyPage.LONGEST_REASON) {
            return page(line, value, reason, reason.isBlank() ? Problem.REASON_MISSING : Problem.REASON_TOO_LONG);
        }
        BigDecimal seen = line.read(expected).orElse(BigDecimal.ZERO);
        try {
            marketplaces.change(id, line.policy(), seen, wanted, operator.name(), reason.strip());
        } catch (LostRace race) {
            return page(line(id, key), value, reason, Problem.CHANGED_MEANWHILE);
        }
        return Redirect.to("/operator/marketplaces/" + id).saying("operator.policy.saved");
    }
}
