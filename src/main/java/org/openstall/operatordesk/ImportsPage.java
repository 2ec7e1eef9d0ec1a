package org.openstall.operatordesk;

import org.openstall.pages.View;

/** What was imported, and what is being imported now. */
public record ImportsPage(ImportRows rows) implements View {}
