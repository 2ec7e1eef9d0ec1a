package org.openstall.pages;

/** All topics of a desk's help. */
public record HelpPage(Desk desk) implements View {}
