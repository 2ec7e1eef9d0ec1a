package org.openstall.operatordesk;

import org.openstall.catalog.ChangeRequest;

/** A change request with the names of what it is about and of who asks. */
public record ShownChange(ChangeRequest request, String product, String field, String seller) {

    public String path() {
        return "/operator/catalogue/changes/" + request.key().product() + '/'
                + request.key().id();
    }
}
