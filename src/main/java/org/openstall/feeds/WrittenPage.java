package org.openstall.feeds;

import org.openstall.catalog.PageFields;

/**
 * A page as a row of a template tells it.
 *
 * @param type the product type's code as it is written; empty if it is missing
 */
record WrittenPage(String type, PageFields fields) {}
