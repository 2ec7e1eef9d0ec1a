package org.openstall.identity;

/** What became of a sign-up. */
public sealed interface Registration {

    record Registered(User user) implements Registration {}

    record Refused(Reason reason) implements Registration {}

    /** Why somebody could not be registered. */
    enum Reason {
        EMAIL_TAKEN,
        EMAIL_INVALID,
        PASSWORD_WEAK,
        PASSWORD_TOO_LONG,
        NAME_MISSING
    }
}
