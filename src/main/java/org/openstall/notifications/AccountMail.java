package org.openstall.notifications;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.openstall.identity.PasswordLinks;
import org.openstall.pages.Language;

/**
 * A mail about an account, to an address of which nobody has looked yet whether it has one.
 *
 * @param language the one to be used if the user has chosen none
 */
record AccountMail(UUID id, String email, Kind kind, Language language, Instant createdAt, Instant dueAt) {

    /** What it tells. */
    enum Kind {
        /** With a link by which to set a new password. */
        PASSWORD_FORGOTTEN(PasswordLinks.GOOD),
        /** That one was set. */
        PASSWORD_RENEWED(Duration.ofDays(2));

        private final Duration worthwhile;

        Kind(Duration worthwhile) {
            this.worthwhile = worthwhile;
        }

        /** For how long it is tried to be sent. */
        Duration worthwhile() {
            return worthwhile;
        }
    }
}
