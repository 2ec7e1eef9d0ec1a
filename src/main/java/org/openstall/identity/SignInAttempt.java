package org.openstall.identity;

import java.time.Instant;

/** What became of an attempt to sign in. */
public sealed interface SignInAttempt {

    record Welcome(User user) implements SignInAttempt {}

    /** No user has this e-mail and this password; which of the two is wrong is not told. */
    record Mismatch() implements SignInAttempt {}

    /** Too many failed attempts; the next one is heard at the instant given. */
    record TryAgainAt(Instant at) implements SignInAttempt {}
}
