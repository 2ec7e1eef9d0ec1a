package org.openstall.notifications;

import java.time.Instant;

/** An address that a mail server has refused for good: when last, how often since it last worked, and in what words. */
public record Bounce(String address, Instant at, int mails, String reason) {}
