package org.openstall.sellerdesk;

import java.util.List;
import org.openstall.pages.View;

/** The corrections that a seller has asked for. */
public record ChangesPage(Stall stall, List<ShownChange> changes) implements View {

    public ChangesPage {
        changes = List.copyOf(changes);
    }
}
