package org.openstall.listings;

import java.util.function.Consumer;
import org.openstall.kernel.Audit;
import org.springframework.stereotype.Component;

/** Sums up anew, from the days, what each offer keeps of its last days of sales. */
@Component
class SalesAudit implements Audit {
    private final SalesStore store;

    SalesAudit(SalesStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "Sales of the last 7 and 30 days of each offer";
    }

    @Override
    public long run(Consumer<String> differences) {
        return store.compare(differences);
    }
}
