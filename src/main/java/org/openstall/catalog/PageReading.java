package org.openstall.catalog;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What somebody typed about a page: the page, or everything that is wrong with it. */
public record PageReading(
        @Nullable NewProduct page, Set<PageProblem> problems, List<AttributeProblem> attributeProblems) {

    public PageReading {
        problems = Set.copyOf(problems);
        attributeProblems = List.copyOf(attributeProblems);
    }
}
