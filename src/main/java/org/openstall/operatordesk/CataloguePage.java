package org.openstall.operatordesk;

import java.util.Map;
import org.openstall.catalog.Proposal;
import org.openstall.kernel.Page;
import org.openstall.kernel.SellerId;
import org.openstall.pages.View;

/**
 * What sellers want to have in the catalogue: all that waits, the oldest first, or what was decided last.
 *
 * @param names of the sellers
 */
public record CataloguePage(boolean decided, int waiting, Page<Proposal> proposals, Map<SellerId, String> names)
        implements View {

    public CataloguePage {
        names = Map.copyOf(names);
    }

    public String seller(Proposal proposal) {
        return names.getOrDefault(
                proposal.key().seller(), proposal.key().seller().value());
    }
}
