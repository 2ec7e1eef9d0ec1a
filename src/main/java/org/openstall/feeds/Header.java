package org.openstall.feeds;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.Sku;

/**
 * Which cell of a row is what.
 *
 * @param ignored the names of the columns that are not used
 * @param names of all columns, as they are written
 */
record Header(Map<Column, Integer> places, List<String> ignored, List<String> names) {
    /** A line with a template's version and one with names for people may stand above the header. */
    static final int LINES = 5;

    /** Reads a line as header; only columns that the kind of file uses count. */
    static Header of(List<String> cells, Set<Column> used) {
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        List<String> ignored = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            Column column = Column.named(cells.get(i));
            if (column != null && used.contains(column)) {
                places.putIfAbsent(column, i);
            } else if (!cells.get(i).isBlank()) {
                ignored.add(cells.get(i).strip());
            }
        }
        return new Header(places, ignored, cells.stream().map(String::strip).toList());
    }

    /** Which of some lines names the most columns, the later if two do; -1 if none names any. */
    static int indexOfBest(List<Header> candidates) {
        int best = -1;
        for (int i = 0; i < candidates.size(); i++) {
            int known = candidates.get(i).places().size();
            if (known > 0 && (best < 0 || known >= candidates.get(best).places().size())) {
                best = i;
            }
        }
        return best;
    }

    /** @throws FileRefused if rows could not be told apart, or could not change anything */
    Header checked(Column key, Collection<Column> useful) throws FileRefused {
        if (!places.containsKey(key)) {
            throw new FileRefused(key == Column.ORDER_ID ? Failure.NO_ORDER_COLUMN : Failure.NO_SKU_COLUMN, all());
        }
        if (useful.stream().noneMatch(places::containsKey)) {
            throw new FileRefused(Failure.NOTHING_TO_CHANGE, all());
        }
        return this;
    }

    /** How many columns there are. */
    int width() {
        return names.size();
    }

    private String all() {
        List<String> all = new ArrayList<>();
        places.keySet().forEach(it -> all.add(it.title()));
        all.addAll(ignored);
        String text = String.join(", ", all);
        return text.length() > 200 ? text.substring(0, 200) + "…" : text;
    }

    boolean has(Column column) {
        return places.containsKey(column);
    }

    /** What a row is about, whether or not it is fit otherwise; null if it names nothing that could be a SKU. */
    @Nullable
    Sku sku(List<String> cells) {
        String text = cell(cells, Column.SKU);
        return text != null && Sku.isValid(text) ? new Sku(text) : null;
    }

    /** The cell without blanks around it, or null if it is empty or not there. */
    @Nullable
    String cell(List<String> cells, Column column) {
        Integer place = places.get(column);
        if (place == null || place >= cells.size()) {
            return null;
        }
        String text = cells.get(place).strip();
        return text.isEmpty() ? null : text;
    }
}
