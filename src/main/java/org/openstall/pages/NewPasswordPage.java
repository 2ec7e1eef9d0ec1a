package org.openstall.pages;

import org.jspecify.annotations.Nullable;
import org.openstall.identity.Registration;

/** Where somebody who has shown the code of a link sets a new password, and why the last one was refused. */
public record NewPasswordPage(String email, String code, Registration.@Nullable Reason refusal) implements View {
    @Override
    public int status() {
        return refusal == null ? 200 : 422;
    }
}
