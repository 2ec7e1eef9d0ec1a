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
import org.openstall.pages.Csv;
import org.openstall.pages.Frame;
import org.openstall.pages.Redirect;
import org.openstall.pages.Texts;
import org.openstall.pages.View;
import org.openstall.pages.Visitor;
import org.openstall.sellers.Sellers;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class MarketplaceController {
    private static final String MARKETPLACE = "/operator/marketplaces/{id}";
    private static final String POLICY = MARKETPLACE + "/policies/{key}";
    private static final List<String> COLUMNS =
            List.of("csv.changed", "policy.name", "csv.from", "csv.to", "csv.unit", "policy.who", "policy.why");

    private final Marketplaces marketplaces;
    private final Sellers sellers;
    private final Texts texts;

    MarketplaceController(Marketplaces marketplaces, Sellers sellers, Texts texts) {
        this.marketplaces = marketplaces;
        this.sellers = sellers;
        this.texts = texts;
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

    @GetMapping(MARKETPLACE)
    View marketplace(@PathVariable MarketplaceId id) {
        Marketplace place = marketplaces.get(id);
        List<PolicyChange> history = marketplaces.history(id);
        return new MarketplacePage(
                place, sellers.standings(id).size(), PolicyAreas.of(policy -> line(place, policy, history)), history);
    }

    @GetMapping(path = MARKETPLACE, params = "format=csv")
    ResponseEntity<byte[]> policiesCsv(@PathVariable MarketplaceId id, Visitor visitor) {
        Marketplace place = marketplaces.get(id);
        return file("policy-changes-" + place.country(), place, marketplaces.history(id), visitor);
    }

    private ResponseEntity<byte[]> file(String name, Marketplace place, List<PolicyChange> history, Visitor visitor) {
        return Csv.file(
                name + ".csv",
                texts.header(visitor.language(), "operator.", COLUMNS),
                history.stream().map(it -> cells(it, place, visitor)).toList());
    }

    private List<String> cells(PolicyChange change, Marketplace place, Visitor visitor) {
        return List.of(
                Csv.time(change.changedAt(), place.zone()),
                texts.text(visitor.language(), Frame.key("operator.policy", change.policy())),
                number(change.from(), change.policy(), place, visitor),
                number(change.to(), change.policy(), place, visitor),
                unit(change.policy().unit(), place, visitor),
                change.changedBy(),
                change.reason());
    }

    private String number(BigDecimal number, Policy policy, Marketplace place, Visitor visitor) {
        return policy.unit() == Policy.Unit.SWITCH
                ? texts.text(visitor.language(), number.signum() == 0 ? "frame.no" : "frame.yes")
                : new PolicyLine(place, policy, number).typed();
    }

    private String unit(Policy.Unit unit, Marketplace place, Visitor visitor) {
        return switch (unit) {
            case MINOR_AMOUNT -> place.currency().getCurrencyCode();
            case SWITCH -> "";
            case PERCENT, DAYS, HOURS, TIME_OF_DAY, COUNT ->
                texts.text(visitor.language(), Frame.key("operator.unit", unit));
        };
    }

    @GetMapping(POLICY)
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
        return new PolicyPage(line, typed, reason, problem, history(line));
    }

    private List<PolicyChange> history(PolicyLine line) {
        return marketplaces.history(line.place().id()).stream()
                .filter(it -> it.policy() == line.policy())
                .toList();
    }

    @GetMapping(path = POLICY, params = "format=csv")
    ResponseEntity<byte[]> policyCsv(@PathVariable MarketplaceId id, @PathVariable String key, Visitor visitor) {
        PolicyLine line = line(id, key);
        return file(
                "policy-changes-" + line.place().country() + "-" + line.key(), line.place(), history(line), visitor);
    }

    @PostMapping(POLICY + "/changes")
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
