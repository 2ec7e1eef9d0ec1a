package org.openstall.catalog;

import java.util.List;
import java.util.Locale;

/**
 * Why a text is no product type. Its text is that of {@link #key} with {@link #arguments}.
 *
 * @param where the place in the schema, such as {@code properties.author}; for broken JSON line and column
 * @param what the thing in question
 */
public record SchemaFault(Kind kind, String where, String what) {

    public enum Kind {
        /** Not JSON at all. */
        BROKEN,
        /** Not a JSON Schema. */
        NOT_A_SCHEMA,
        /** A name that people read lacks one of the languages. */
        LABEL_MISSING,
        /** The title is not the code of the type. */
        OTHER_TITLE,
        /** No category, or one that is no slug. */
        CATEGORY,
        /** A required attribute that does not exist. */
        REQUIRED_UNKNOWN,
        /** An attribute of a type that forms cannot show. */
        ATTRIBUTE_TYPE,
        /** A section that has no title. */
        SECTION_UNKNOWN,
        NO_ATTRIBUTES
    }

    public String key() {
        return "catalog.fault." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Object[] arguments() {
        return List.of(where, what).toArray();
    }
}
