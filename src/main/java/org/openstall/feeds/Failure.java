package org.openstall.feeds;

/** Why a file as a whole cannot be used. */
public enum Failure {
    EMPTY,
    NO_ROWS,
    /** Argument: the beginning of the file. */
    NO_HEADER,
    /** Argument: the columns found. */
    NO_SKU_COLUMN,
    /** Argument: the columns found. */
    NO_ORDER_COLUMN,
    /** Argument: how many rows a file of this kind may have. */
    TOO_MANY_ROWS,
    /** The file names nothing that this kind of file can change. Argument: the columns found. */
    NOTHING_TO_CHANGE,
    /** Argument: the line with the NUL byte. */
    NUL_BYTES,
    /** A picture, a PDF, an old spreadsheet. */
    NOT_TEXT,
    /** Argument: the encoding that the seller chose. */
    ENCODING,
    /** Argument: how many files there are in it. */
    ARCHIVE_NOT_ONE_FILE,
    ARCHIVE_BROKEN,
    /** Argument: to how many megabytes a file may grow. */
    TOO_LARGE_UNPACKED,
    SPREADSHEET_BROKEN,
    /** Arguments: line and column. */
    JSON_BROKEN,
    /** Argument: what is missing. */
    JSON_NOT_A_FEED,
    SELLER_BLOCKED,
    /** Again and again something went wrong that is not the file's fault. */
    INTERNAL
}
