package org.openstall.catalog;

import java.util.List;

/** What the text of a schema turned out to be. */
public sealed interface SchemaReading {
    record Understood(ProductType type) implements SchemaReading {}

    record Faulty(List<SchemaFault> faults) implements SchemaReading {}
}
