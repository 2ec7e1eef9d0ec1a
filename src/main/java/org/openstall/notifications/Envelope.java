package org.openstall.notifications;

import java.time.Instant;

/**
 * What a mail server has to know of a mail beside what it says.
 *
 * @param messageId the same for whatever says the same, and for no other mail
 * @param language as a tag such as {@code zh-TW}
 */
record Envelope(String messageId, String to, String language, Instant writtenAt) {}
