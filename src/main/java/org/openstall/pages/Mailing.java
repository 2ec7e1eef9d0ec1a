package org.openstall.pages;

/** Whether the program sends mail; a bean of whoever does. */
public record Mailing(boolean open) {}
