package org.openstall.health;

import java.time.LocalDate;

/** A metric over the window that ends with a day, from the facts known today. */
public record TrendPoint(LocalDate day, Rate rate) {}
