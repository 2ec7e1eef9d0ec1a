package org.openstall.operatordesk;

import java.util.List;
import org.openstall.pages.View;

/** The corrections that sellers ask for: all that wait, the oldest first, or those decided last. */
public record ChangesPage(boolean decided, int waiting, List<ShownChange> changes) implements View {

    public ChangesPage {
        changes = List.copyOf(changes);
    }
}
