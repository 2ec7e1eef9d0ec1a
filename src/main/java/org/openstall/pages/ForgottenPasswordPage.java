package org.openstall.pages;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where people who have forgotten their password ask for a link by which to set a new one.
 *
 * @param mailed whether there is mail at all to send it by
 */
public record ForgottenPasswordPage(
        String email, boolean mailed, @Nullable Problem problem) implements View {

    /** Why the last request was not heard. */
    public sealed interface Problem {
        record NoAddress() implements Problem {}

        record TryAgainAt(Instant at) implements Problem {}
    }

    @Override
    public int status() {
        return switch (problem) {
            case null -> 200;
            case Problem.NoAddress noAddress -> 422;
            case Problem.TryAgainAt later -> 429;
        };
    }
}
