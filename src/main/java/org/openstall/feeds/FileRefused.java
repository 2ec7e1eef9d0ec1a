package org.openstall.feeds;

import java.io.Serial;
import java.util.List;

/** Ends the reading of a file that cannot be used. */
final class FileRefused extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Failure failure;
    private final transient List<String> arguments;

    FileRefused(Failure failure, Object... arguments) {
        super(failure.name());
        this.failure = failure;
        this.arguments = List.of(arguments).stream().map(String::valueOf).toList();
    }

    Failure failure() {
        return failure;
    }

    List<String> arguments() {
        return arguments;
    }
}
