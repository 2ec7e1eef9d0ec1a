package org.openstall.migration;

import java.nio.file.Path;
import org.openstall.kernel.CannotGoOn;

/** A kind of data that can be imported. Every bean of this type is offered by the {@code import} command. */
interface HistoryFormat {

    /** How the person names it, such as {@code olist}. */
    String name();

    /** Whether it tells when things happened, so that it can be imported until some time only. */
    boolean hasTimes();

    /**
     * Imports what is there and not yet known. Safe to run again after any interruption.
     *
     * @throws CannotGoOn before anything is written, if the source lacks something
     */
    ImportReport run(Path source, ImportOptions options, Rejects rejects, Progress progress);
}
