package org.openstall.migration;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.CannotGoOn;

/** What is to be imported lacks something, or cannot be read. */
final class SourceUnusable extends CannotGoOn {
    private static final long serialVersionUID = 1L;

    private final transient ImportFailure why;

    SourceUnusable(@Nullable Throwable cause, ImportFailure.Reason reason, String... about) {
        this(new ImportFailure(reason, List.of(about)), cause);
    }

    private SourceUnusable(ImportFailure why, @Nullable Throwable cause) {
        super(why.sentence(), cause);
        this.why = why;
    }

    ImportFailure why() {
        return why;
    }
}
