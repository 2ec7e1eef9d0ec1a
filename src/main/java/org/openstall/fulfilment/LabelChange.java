package org.openstall.fulfilment;

import java.time.Instant;

/** What a package's label said until somebody corrected it. */
public record LabelChange(int number, Label before, Instant changedAt, String changedBy) {}
