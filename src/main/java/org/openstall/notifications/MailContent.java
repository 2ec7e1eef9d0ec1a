package org.openstall.notifications;

/** What a mail says, twice: as plain text and as a page of HTML that needs nothing from elsewhere. */
public record MailContent(String subject, String text, String html) {}
