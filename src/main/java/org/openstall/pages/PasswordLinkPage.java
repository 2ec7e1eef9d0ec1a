package org.openstall.pages;

/**
 * Where the link of a mail leads: its code stands behind the {@code #}, so that only a script can read it; without one
 * it is pasted.
 *
 * @param isVoid whether the last code was no good one
 */
public record PasswordLinkPage(boolean isVoid) implements View {
    @Override
    public int status() {
        return isVoid ? 422 : 200;
    }
}
