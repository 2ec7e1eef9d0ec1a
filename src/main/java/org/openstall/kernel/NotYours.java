package org.openstall.kernel;

/** What was asked for does not exist, or is not the asker's: both look the same to him, a page not found. */
public class NotYours extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NotYours(String message) {
        super(message);
    }
}
