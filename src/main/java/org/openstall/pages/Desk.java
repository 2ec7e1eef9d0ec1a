package org.openstall.pages;

import java.util.List;

/**
 * A desk's frame: its name, where it begins, where its search goes, and the navigation by task.
 *
 * @param name key of the text that names it
 * @param home path of its first page
 * @param search path that takes the search box's {@code q}
 * @param searchHint key of the text in the empty search box
 */
public record Desk(String name, String home, String search, String searchHint, List<Item> items) {

    public Desk {
        items = List.copyOf(items);
    }

    /** One line of the navigation: key of its text, where it leads, and its icon. */
    public record Item(String label, String path, String icon) {}

    /** The item under whose path the page lies, the most particular one first. */
    boolean isCurrent(Item item, String path) {
        return items.stream()
                .filter(it -> path.equals(it.path()) || path.startsWith(it.path() + '/'))
                .reduce((one, other) -> one.path().length() >= other.path().length() ? one : other)
                .filter(item::equals)
                .isPresent();
    }
}
