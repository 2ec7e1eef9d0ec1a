package org.openstall.health;

import java.time.LocalDate;
import org.openstall.kernel.Money;

/** A day of a seller: what was ordered, for how much, and how many of those orders have a defect by now. */
public record Day(LocalDate day, long orders, Money sales, long defects) {}
