package org.openstall.listings;

import java.util.function.Consumer;
import org.openstall.kernel.Audit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Compares what large inventories are sorted by with their offers, after it has followed the last files. */
@Component
class RankingAudit implements Audit {
    private final Rankings rankings;
    private final RankingStore store;

    RankingAudit(Rankings rankings, RankingStore store) {
        this.rankings = rankings;
        this.store = store;
    }

    @Override
    public String name() {
        return "Rankings of large inventories";
    }

    /** In no transaction of its own, as what it has to follow is mended first; one statement then compares. */
    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public long run(Consumer<String> differences) {
        rankings.catchUp();
        return store.compare(differences);
    }
}
