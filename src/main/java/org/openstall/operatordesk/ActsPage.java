package org.openstall.operatordesk;

import org.jspecify.annotations.Nullable;
import org.openstall.identity.Act;
import org.openstall.kernel.Page;
import org.openstall.pages.View;

/**
 * Who has done what, the newest first.
 *
 * @param kind only of that kind; null for all
 * @param who only of that e-mail address; empty for everybody
 */
public record ActsPage(Act.@Nullable Kind kind, String who, Page<Act> acts) implements View {

    /** The kind's name in addresses. */
    public String name(Act.Kind each) {
        return ActController.name(each);
    }
}
