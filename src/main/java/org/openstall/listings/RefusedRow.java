package org.openstall.listings;

/**
 * A staged row that is not published.
 *
 * @param other the record that counts instead, or 0
 */
public record RefusedRow(int record, String sku, RowRefusal reason, int other) {}
