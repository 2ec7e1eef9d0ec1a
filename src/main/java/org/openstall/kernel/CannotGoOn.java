package org.openstall.kernel;

import org.jspecify.annotations.Nullable;

/**
 * The program or one of its commands cannot go on, and the person who started it can do something about it. The
 * message is one sentence for that person, who is shown nothing else.
 */
public class CannotGoOn extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CannotGoOn(String sentence) {
        super(sentence);
    }

    public CannotGoOn(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
