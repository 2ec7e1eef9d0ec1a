package org.openstall.sellerdesk;

import org.openstall.catalog.ChangeRequest;

/** A change request with the names of what it is about. */
public record ShownChange(ChangeRequest request, String product, String field) {}
