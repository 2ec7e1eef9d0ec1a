package org.openstall.pages;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** After a post that worked: go there, and say what happened. */
public record Redirect(String path, @Nullable Flash flash) implements View {

    public Redirect {
        if (!LocalPath.isLocal(path)) {
            throw new IllegalArgumentException("Not a path of this site: " + path);
        }
    }

    public static Redirect to(String path) {
        return new Redirect(path, null);
    }

    /** Shows a text on the next page, by key. */
    public Redirect saying(String key, Object... arguments) {
        return with(Flash.Tone.SUCCESS, key, arguments);
    }

    /** Shows a text on the next page that asks for attention. */
    public Redirect warning(String key, Object... arguments) {
        return with(Flash.Tone.WARNING, key, arguments);
    }

    private Redirect with(Flash.Tone tone, String key, Object... arguments) {
        List<Object> kept = Arrays.stream(arguments)
                .map(it -> it instanceof Integer || it instanceof Long
                        ? (Object) ((Number) it).longValue()
                        : String.valueOf(it))
                .toList();
        return new Redirect(path, new Flash(tone, key, kept));
    }

    @Override
    public int status() {
        return 303;
    }
}
