package org.openstall.operatordesk;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openstall.carriers.Aggregator;
import org.openstall.pages.View;

/**
 * Who may report what happens to packages.
 *
 * @param form the id of the one that the form would add
 * @param typed the name in the form
 * @param problem key of what is wrong with the name
 * @param newKey a key just made, which is shown this once
 */
public record CarriersPage(
        List<Aggregator> aggregators,
        UUID form,
        String typed,
        @Nullable String problem,
        @Nullable String newKey) implements View {

    public CarriersPage {
        aggregators = List.copyOf(aggregators);
    }

    @Override
    public int status() {
        return problem == null ? 200 : 422;
    }
}
