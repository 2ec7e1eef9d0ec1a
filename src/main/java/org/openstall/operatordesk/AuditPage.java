package org.openstall.operatordesk;

import org.openstall.pages.View;

/** How to check that every derived number still follows from the facts. */
public record AuditPage() implements View {}
