package org.openstall.identity;

import java.time.Instant;

/** What became of asking for a link by which to set a new password. */
public sealed interface LinkRequest {

    /** If there is an account, a mail will be sent. */
    record Heard() implements LinkRequest {}

    record NoAddress() implements LinkRequest {}

    /** Too many requests; the next one is heard at the instant given. */
    record TryAgainAt(Instant at) implements LinkRequest {}
}
