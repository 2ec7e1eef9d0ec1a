package org.openstall.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a form or a file says of a page's attributes: those that are there, in the order of the type and in the form
 * in which they are kept, and everything that is wrong with them.
 */
public record AttributeReading(Map<String, String> attributes, List<AttributeProblem> problems) {

    public AttributeReading {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        problems = List.copyOf(problems);
    }
}
