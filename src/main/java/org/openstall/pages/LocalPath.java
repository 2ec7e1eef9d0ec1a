package org.openstall.pages;

import org.jspecify.annotations.Nullable;

/** Where to go next, when the browser says so: only within this site. */
final class LocalPath {
    private LocalPath() {}

    static boolean isLocal(String path) {
        return path.startsWith("/")
                && !path.startsWith("//")
                && path.indexOf('\\') < 0
                && path.chars().noneMatch(it -> it <= ' ' || it == 0x7F);
    }

    /** Whether a path, maybe with a query, leads to a page or below it. */
    static boolean isAt(String path, String page) {
        return path.startsWith(page)
                && (path.length() == page.length() || "/?#;".indexOf(path.charAt(page.length())) >= 0);
    }

    /** The first page of the desk that a path is of, or else of the shop. */
    static String beginningOf(String path) {
        return isAt(path, "/seller") ? "/seller" : isAt(path, "/operator") ? "/operator" : "/";
    }

    /** The path, or the other one if it is missing or leads elsewhere. */
    static String orElse(@Nullable String path, String otherwise) {
        return path != null && isLocal(path) ? path : otherwise;
    }
}
