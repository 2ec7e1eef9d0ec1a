package org.openstall.operatordesk;

import java.util.List;
import org.openstall.marketplaces.Marketplace;
import org.openstall.marketplaces.PolicyChange;
import org.openstall.pages.View;

/** A marketplace: its settings, its policies by the area they rule, and what was changed in them. */
public record MarketplacePage(Marketplace place, int sellers, List<Area> areas, List<PolicyChange> history)
        implements View {

    public MarketplacePage {
        areas = List.copyOf(areas);
        history = List.copyOf(history);
    }

    /** Policies that are read together; the key names the text of their title. */
    public record Area(String key, List<PolicyLine> policies) {
        public Area {
            policies = List.copyOf(policies);
        }
    }

    public PolicyLine line(PolicyChange change) {
        return new PolicyLine(place, change.policy(), change.to());
    }
}
