package org.openstall.operatordesk;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openstall.carriers.Aggregator;
import org.openstall.carriers.Aggregators;
import org.openstall.carriers.NewAggregator;
import org.openstall.identity.SignedIn;
import org.openstall.pages.Csv;
import org.openstall.pages.Redirect;
import org.openstall.pages.Texts;
import org.openstall.pages.View;
import org.openstall.pages.Visitor;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class CarriersController {
    private static final String PAGE = "/operator/carriers";
    private static final List<String> COLUMNS = List.of(
            "name", "csv.key", "csv.created", "csv.created-by", "csv.last-used", "csv.revoked", "csv.revoked-by");

    private final Aggregators aggregators;
    private final Texts texts;

    CarriersController(Aggregators aggregators, Texts texts) {
        this.aggregators = aggregators;
        this.texts = texts;
    }

    @GetMapping(PAGE)
    View carriers() {
        return page(UUID.randomUUID(), "", null, null);
    }

    private CarriersPage page(UUID form, String typed, @Nullable String problem, @Nullable String newKey) {
        return new CarriersPage(aggregators.all(), form, typed, problem, newKey);
    }

    @GetMapping(path = PAGE, params = "format=csv")
    ResponseEntity<byte[]> csv(Visitor visitor) {
        return Csv.file(
                "carriers.csv",
                texts.header(visitor.language(), "operator.carriers.", COLUMNS),
                aggregators.all().stream()
                        .map(it -> cells(it, visitor.marketplace().zone()))
                        .toList());
    }

    private static List<String> cells(Aggregator it, ZoneId zone) {
        return List.of(
                it.name(),
                it.keyBeginning(),
                Csv.time(it.createdAt(), zone),
                it.createdBy(),
                Csv.time(it.lastUsedAt(), zone),
                Csv.time(it.revokedAt(), zone),
                it.revokedBy() == null ? "" : it.revokedBy());
    }

    /** Shows the key instead of leading elsewhere: it is nowhere to be found afterwards. */
    @PostMapping(PAGE)
    View add(
            @RequestParam(required = false) @Nullable UUID id,
            @RequestParam(defaultValue = "") String name,
            SignedIn operator) {
        UUID form = id == null ? UUID.randomUUID() : id;
        return switch (aggregators.add(form, name, operator.name())) {
            case NewAggregator.Added added -> page(UUID.randomUUID(), "", null, added.key());
            case NewAggregator.AddedBefore before -> Redirect.to(PAGE).warning("operator.carriers.added-before");
            case NewAggregator.NameMissing missing -> page(form, name, "operator.carriers.name-missing", null);
            case NewAggregator.NameTooLong tooLong -> page(form, name, "operator.carriers.name-too-long", null);
        };
    }

    @PostMapping(PAGE + "/{id}/revocation")
    View revoke(@PathVariable UUID id, SignedIn operator) {
        aggregators.revoke(id, operator.name());
        return Redirect.to(PAGE).saying("operator.carriers.revoked");
    }
}
