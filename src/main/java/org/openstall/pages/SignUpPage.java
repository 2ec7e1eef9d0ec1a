package org.openstall.pages;

import org.jspecify.annotations.Nullable;
import org.openstall.identity.Registration;

/** Where people open an account; with what they wrote and why it was refused. */
public record SignUpPage(String name, String email, String next, Registration.@Nullable Reason refusal)
        implements View {

    /** Whether the refusal is about that field. */
    public boolean isAbout(String field) {
        if (refusal == null) {
            return false;
        }
        return switch (refusal) {
            case EMAIL_TAKEN, EMAIL_INVALID -> field.equals("email");
            case PASSWORD_WEAK, PASSWORD_TOO_LONG -> field.equals("password");
            case NAME_MISSING -> field.equals("name");
        };
    }

    @Override
    public int status() {
        return refusal == null ? 200 : 422;
    }
}
