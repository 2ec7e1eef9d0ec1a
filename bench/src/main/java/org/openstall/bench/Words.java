package org.openstall.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** What shoppers type: one to three words that stand together in a product's title, one in ten with a slip. */
final class Words {
    private static final int SLIPS = 10;

    private Words() {}

    static List<String> of(List<String> titles, int wanted) {
        Random random = new Random(1);
        Set<String> queries = new LinkedHashSet<>();
        for (int tries = 0; queries.size() < wanted && tries < 10 * wanted; tries++) {
            String[] words = titles.get(random.nextInt(titles.size())).split("[^\\p{L}\\p{N}]+");
            int first = random.nextInt(words.length);
            int last = Math.min(words.length, first + 1 + random.nextInt(3));
            String query = String.join(" ", Arrays.copyOfRange(words, first, last));
            if (query.length() > 3) {
                queries.add(random.nextInt(SLIPS) == 0 ? slip(query, random) : query);
            }
        }
        return new ArrayList<>(queries);
    }

    /** Two neighbours swapped. */
    private static String slip(String word, Random random) {
        int at = random.nextInt(word.length() - 1);
        return word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
    }
}
