package org.openstall.shipping;

import java.util.List;

/** What came of saving a template. */
public sealed interface SaveResult {
    record Saved(Template template) implements SaveResult {}

    /** Nothing was saved. */
    record Refused(List<TemplateProblem> problems) implements SaveResult {}

    /** Somebody has changed or deleted the template since it was read; nothing was saved. */
    record Stale() implements SaveResult {}
}
