package org.openstall.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openstall.search.SearchResults.Facet;
import org.openstall.storefront.Choices.Choice;

class ChoicesTests {
    private static final List<Facet> OFFERED = IntStream.range(0, 30)
            .mapToObj(it -> new Facet("brand" + it, 30L - it))
            .toList();

    private static Choices choices(List<String> chosen, List<Facet> found) {
        return Choices.of(chosen, OFFERED, found, 10, it -> it.toUpperCase(Locale.ROOT));
    }

    @Test
    void the_most_frequent_are_shown_and_the_others_are_a_click_further() {
        Choices choices = choices(List.of(), OFFERED);

        assertThat(choices.shown()).hasSize(10).startsWith(new Choice("brand0", "BRAND0", 30, false));
        assertThat(choices.more()).hasSize(20).endsWith(new Choice("brand29", "BRAND29", 1, false));
        assertThat(choices.chosen()).isEmpty();
    }

    @Test
    void what_is_chosen_is_always_shown() {
        Choices choices = choices(List.of("brand2", "brand25"), List.of(new Facet("brand2", 28)));

        assertThat(choices.chosen())
                .containsExactly(new Choice("brand2", "BRAND2", 28, true), new Choice("brand25", "BRAND25", 5, true));
        assertThat(choices.shown()).hasSize(11).doesNotHaveDuplicates();
        assertThat(choices.more()).hasSize(19);
    }

    @Test
    void what_is_chosen_but_too_rare_to_be_offered_is_counted_among_what_was_found() {
        Choices choices = choices(List.of("rare", "none"), List.of(new Facet("rare", 2)));

        assertThat(choices.chosen())
                .containsExactly(new Choice("rare", "RARE", 2, true), new Choice("none", "NONE", 0, true));
    }
}
