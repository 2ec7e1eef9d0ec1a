package org.openstall.marketplaces;

import java.time.LocalDate;

/** A day on which the whole country has off, with its name in the language that was asked for. */
public record Holiday(LocalDate day, String name) {}
