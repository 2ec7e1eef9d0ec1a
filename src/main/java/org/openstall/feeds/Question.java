package org.openstall.feeds;

/** What only the seller can answer. */
public enum Question {
    /** Is 1,234 a thousand and more, or one and a bit? Arguments: record, column, value. */
    NUMBERS,
    /** Shall all offers that the file does not name be closed? Argument: how many. */
    PURGE
}
