package org.openstall.listings;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What rows that are staged are about. Publishing takes only the steps that these need. */
public final class Staged {
    public static final Staged NOTHING = new Staged(0, Collections.emptySet(), Collections.emptySet());

    private final long rows;
    private final Set<StagedRow.Action> actions;
    private final Set<StagedColumn> said;

    private Staged(long rows, Set<StagedRow.Action> actions, Set<StagedColumn> said) {
        this.rows = rows;
        this.actions = actions;
        this.said = said;
    }

    static Staged of(List<StagedRow> rows) {
        Set<StagedRow.Action> actions = EnumSet.noneOf(StagedRow.Action.class);
        Set<StagedColumn> said = EnumSet.noneOf(StagedColumn.class);
        Set<StagedColumn> unsaid = EnumSet.allOf(StagedColumn.class);
        for (StagedRow row : rows) {
            actions.add(row.action());
            for (StagedColumn column : unsaid) {
                if (column.value(row) != null) {
                    said.add(column);
                }
            }
            unsaid.removeAll(said);
        }
        return new Staged(rows.size(), actions, said);
    }

    public Staged and(Staged more) {
        return new Staged(rows + more.rows, union(actions, more.actions), union(said, more.said));
    }

    private static <T> Set<T> union(Set<T> some, Set<T> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toUnmodifiableSet());
    }

    long rows() {
        return rows;
    }

    /** Whether any row is to do this. */
    boolean has(StagedRow.Action action) {
        return actions.contains(action);
    }

    /** Whether any row says something of it. */
    boolean says(StagedColumn column) {
        return said.contains(column);
    }

    /** What any row says something of, in the order of the columns. */
    List<StagedColumn> said() {
        return said.stream().sorted().toList();
    }
}
