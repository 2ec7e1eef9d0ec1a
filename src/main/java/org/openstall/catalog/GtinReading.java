package org.openstall.catalog;

/** What a text that should be a product code turned out to be. */
public sealed interface GtinReading permits Gtin, GtinRefusal {}
