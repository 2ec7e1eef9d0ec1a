package org.openstall.operatordesk;

import org.openstall.kernel.Page;
import org.openstall.pages.View;

/** The corrections that sellers ask for: all that wait, the oldest first, or those decided last. */
public record ChangesPage(boolean decided, int waiting, Page<ShownChange> changes) implements View {}
