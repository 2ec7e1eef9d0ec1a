package org.openstall.feeds;

/**
 * An opened table: its header is known, its records follow.
 *
 * @param encoding empty for a spreadsheet
 */
record Table(Header header, Records records, String encoding, String format) {}
