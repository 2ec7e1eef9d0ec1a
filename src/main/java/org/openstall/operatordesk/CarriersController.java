package org.openstall.operatordesk;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openstall.carriers.Aggregators;
import org.openstall.carriers.NewAggregator;
import org.openstall.identity.SignedIn;
import org.openstall.pages.Redirect;
import org.openstall.pages.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class CarriersController {
    private static final String PAGE = "/operator/carriers";

    private final Aggregators aggregators;

    CarriersController(Aggregators aggregators) {
        this.aggregators = aggregators;
    }

    @GetMapping(PAGE)
    View carriers() {
        return page(UUID.randomUUID(), "", null, null);
    }

    private CarriersPage page(UUID form, String typed, @Nullable String problem, @Nullable String newKey) {
        return new CarriersPage(aggregators.all(), form, typed, problem, newKey);
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
