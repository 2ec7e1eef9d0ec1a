package org.openstall.migration;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** @param until only facts before this local time of the source's marketplace; null for all */
record ImportOptions(@Nullable LocalDateTime until) {}
