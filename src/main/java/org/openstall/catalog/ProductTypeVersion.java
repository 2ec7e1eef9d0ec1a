package org.openstall.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A product type's schema as it was from a moment on; {@code editedBy} is null where it came with the program. */
public record ProductTypeVersion(
        String code, int version, String schema, @Nullable String editedBy, Instant editedAt) {}
