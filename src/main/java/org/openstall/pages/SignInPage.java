package org.openstall.pages;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where people sign in; with the last attempt's e-mail and what was wrong with it.
 *
 * @param unsaved whether something was sent, but not heard, as nobody was signed in any more
 */
public record SignInPage(
        String email,
        String next,
        List<DemoPerson> demo,
        boolean unsaved,
        @Nullable Problem problem) implements View {

    /** Why the last attempt did not succeed. */
    public sealed interface Problem {
        record Mismatch() implements Problem {}

        record TryAgainAt(Instant at) implements Problem {}
    }

    @Override
    public int status() {
        return switch (problem) {
            case null -> 200;
            case Problem.Mismatch mismatch -> 422;
            case Problem.TryAgainAt later -> 429;
        };
    }
}
