package org.openstall.feeds;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a file, one after the other. */
interface FileRows extends Closeable {

    /** The next row, or null at the end. */
    @Nullable
    ReadRow next() throws IOException, FileRefused, AnswerNeeded;

    /** What was found out about the file, for its owner to see. */
    Form form();

    /**
     * How a file is written.
     *
     * @param encoding the name of the encoding; empty where that is not a question
     * @param format such as TSV or XLSX
     * @param ignored columns that were not used
     */
    record Form(String encoding, String format, List<String> ignored) {}
}
