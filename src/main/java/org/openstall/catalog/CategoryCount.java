package org.openstall.catalog;

/** A category and how many product pages are in it. */
public record CategoryCount(Category category, long products) {}
