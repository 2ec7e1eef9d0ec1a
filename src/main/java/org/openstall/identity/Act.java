package org.openstall.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.UserId;

/**
 * Something that somebody has done and may have to account for.
 *
 * @param who his e-mail address, of a failed sign-in as it was typed, if it can be one; empty for the command
 *     line
 * @param user who he is; null if nobody knows
 * @param address the network address he did it from; empty for the command line
 * @param subject what it was done to: of a request its method and path, of an account its e-mail address
 * @param outcome of a request its status, empty while it runs and if the program ended before it did; else what the
 *     account may do from now on, or empty
 */
public record Act(
        UUID id,
        Instant at,
        Kind kind,
        String who,
        @Nullable UserId user,
        String address,
        String subject,
        String outcome) {

    /** What was done. */
    public enum Kind {
        SIGNED_IN,
        /** With an e-mail address or a password that is wrong. */
        SIGN_IN_FAILED,
        /** Sent from the seller's or the operator's desk, or took something along from there. */
        REQUEST,
        /** A link for a new password was asked for; nobody knows whether there is such an account. */
        PASSWORD_FORGOTTEN,
        /** By a link. */
        PASSWORD_RENEWED,
        /** On the command line, as what follows. */
        PASSWORD_SET,
        OPERATOR_SET,
        SELLER_SET
    }
}
