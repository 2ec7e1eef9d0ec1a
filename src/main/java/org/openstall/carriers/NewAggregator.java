package org.openstall.carriers;

/** What came of letting somebody in. */
public sealed interface NewAggregator {

    /** {@code key} is told this once and never again. */
    record Added(Aggregator aggregator, String key) implements NewAggregator {}

    /** The same form was sent before; its key was told then. */
    record AddedBefore() implements NewAggregator {}

    record NameMissing() implements NewAggregator {}

    record NameTooLong(int most) implements NewAggregator {}
}
