package org.openstall.catalog;

/** What another system calls a product: the system, such as {@code olist}, and its id there. */
public record ExternalId(String source, String id) {

    public ExternalId {
        if (source.isBlank() || id.isBlank()) {
            throw new IllegalArgumentException("An external id needs a source and an id");
        }
    }
}
