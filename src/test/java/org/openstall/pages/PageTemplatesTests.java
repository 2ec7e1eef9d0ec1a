package org.openstall.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PageTemplatesTests {
    private static final Pattern WIDE = Pattern.compile("<div class=\"table-responsive\"[^>]*>");
    private static final Pattern REACHABLE =
            Pattern.compile(".* tabindex=\"0\" role=\"group\" aria-label(ledby)?=\"[^\"]+.*");

    /** Whether one of them scrolls depends on what is in it, so that a browser would find this only by chance. */
    @Test
    void a_table_that_may_scroll_has_a_name_and_is_reached_by_keyboard() {
        assertThat(Templates.all())
                .flatMap(it -> WIDE.matcher(Templates.read(it))
                        .results()
                        .map(region -> it.getFileName() + ": " + region.group())
                        .toList())
                .isNotEmpty()
                .allMatch(REACHABLE.asMatchPredicate());
    }
}
