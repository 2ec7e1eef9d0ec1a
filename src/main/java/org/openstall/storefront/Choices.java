package org.openstall.storefront;

import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.openstall.search.SearchResults.Facet;

/**
 * What results can be narrowed down to in one respect.
 *
 * @param shown at once, with all that is chosen
 * @param more shown when asked for
 */
public record Choices(List<Choice> shown, List<Choice> more) {

    public Choices {
        shown = List.copyOf(shown);
        more = List.copyOf(more);
    }

    public record Choice(String value, String name, long count, boolean chosen) {}

    /**
     * @param offered what one could choose instead, counted without the choice
     * @param found counted with the choice, for what is chosen but so rare that it is not offered
     */
    static Choices of(
            Collection<String> chosen, List<Facet> offered, List<Facet> found, int most, UnaryOperator<String> name) {
        Stream<Facet> rare = chosen.stream()
                .filter(value -> count(value, offered) == 0)
                .map(value -> new Facet(value, count(value, found)));
        List<Choice> all = Stream.concat(offered.stream(), rare)
                .map(it -> new Choice(it.value(), name.apply(it.value()), it.count(), chosen.contains(it.value())))
                .toList();
        List<Choice> first = all.stream().limit(most).toList();
        List<Choice> rest = all.stream().skip(most).toList();
        return new Choices(
                Stream.concat(first.stream(), rest.stream().filter(Choice::chosen))
                        .toList(),
                rest.stream().filter(it -> !it.chosen()).toList());
    }

    private static long count(String value, List<Facet> facets) {
        return facets.stream()
                .filter(it -> it.value().equals(value))
                .mapToLong(Facet::count)
                .sum();
    }

    public boolean isEmpty() {
        return shown.isEmpty();
    }

    public List<Choice> chosen() {
        return shown.stream().filter(Choice::chosen).toList();
    }
}
