package org.openstall.identity;

/** What became of setting a new password by a link. */
public sealed interface PasswordRenewal {

    record Renewed() implements PasswordRenewal {}

    /** Not a good password; the link stays good. */
    record Refused(Registration.Reason reason) implements PasswordRenewal {}

    /** Used, expired, followed by a newer one, or never made. */
    record LinkVoid() implements PasswordRenewal {}
}
