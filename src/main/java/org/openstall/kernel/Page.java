package org.openstall.kernel;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a long list. {@code next} is the key to hand back for the stretch that follows, or null at the
 * end; paging by key costs the same on the thousandth page as on the first.
 */
public record Page<T>(List<T> items, @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }

    /** Cuts a list that was read one row longer than {@code size} to see whether more follows. */
    public static <T> Page<T> cut(List<T> rows, int size, Function<T, String> key) {
        if (rows.size() <= size) {
            return new Page<>(rows, null);
        }
        List<T> items = rows.subList(0, size);
        return new Page<>(items, key.apply(items.getLast()));
    }

    /**
     * Reads a list to its end and hands it over stretch by stretch.
     *
     * @param read reads the stretch that follows a key, or the first one
     * @return how long the list is
     */
    public static <T> long walk(Function<@Nullable String, Page<T>> read, Consumer<List<T>> each) {
        long length = 0;
        @Nullable String after = null;
        do {
            Page<T> page = read.apply(after);
            each.accept(page.items());
            length += page.items().size();
            after = page.next();
        } while (after != null);
        return length;
    }

    public <R> Page<R> map(Function<T, R> each) {
        return new Page<>(items.stream().map(each).toList(), next);
    }
}
