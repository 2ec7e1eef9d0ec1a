package org.openstall.sellerdesk;

import java.util.List;
import org.openstall.pages.View;

/** A seller's change request, what became of it, and his others of the same page. */
public record ChangePage(Stall stall, ShownChange change, List<ShownChange> history) implements View {

    public ChangePage {
        history = List.copyOf(history);
    }
}
