package org.openstall.pages;

import org.jspecify.annotations.Nullable;
import org.openstall.identity.Registration;

/** Where somebody who has shown the code of a link sets a new password, and why the last one was refused. */
public record NewPasswordPage(String email, String code, Registration.@Nullable Reason refusal) implements View {
    /** What leads here again: the link itself, whose code no browser tells a server. */
    public String address() {
        return PasswordController.NEW + "#" + code;
    }

    @Override
    public int status() {
        return refusal == null ? 200 : 422;
    }
}
