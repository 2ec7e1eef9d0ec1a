package org.openstall.notifications;

import java.util.UUID;

/** A mail in a mailbox. */
public record MailKey(Mailbox mailbox, UUID id) {}
