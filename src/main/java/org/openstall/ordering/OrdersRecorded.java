package org.openstall.ordering;

import java.util.List;

/** Orders of another marketplace's past have been added, some of them cancelled. */
public record OrdersRecorded(List<OrderPlaced> placed, List<OrderCancelled> cancelled) {}
