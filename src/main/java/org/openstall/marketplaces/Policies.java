package org.openstall.marketplaces;

import java.math.BigDecimal;
import java.util.Map;
import org.openstall.kernel.MarketplaceId;

/** The policies in force in one marketplace at the moment they were read. */
public record Policies(MarketplaceId marketplace, Map<Policy, BigDecimal> changed) {

    public Policies {
        changed = Map.copyOf(changed);
    }

    public BigDecimal value(Policy policy) {
        return changed.getOrDefault(policy, policy.byDefault());
    }

    public int whole(Policy policy) {
        return value(policy).intValueExact();
    }

    /** Of a {@link Policy.Unit#SWITCH}. */
    public boolean isOn(Policy policy) {
        return whole(policy) == 1;
    }
}
