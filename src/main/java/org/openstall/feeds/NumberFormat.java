package org.openstall.feeds;

/** How a file writes its numbers. */
public enum NumberFormat {
    /** As 1234.56; anything that could be read in two ways is asked about. */
    ASK,
    /** As 1,234.56. */
    POINT,
    /** As 1.234,56. */
    COMMA
}
