package org.openstall.wording;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** What the words of a text mean to a lexicon: at each token, the word lists that a phrase beginning there is of. */
final class Marks {
    private final List<Token> tokens;
    private final List<List<WordTrie.Hit>> hits;
    private final boolean[] silent;
    private final BitSet lists = new BitSet();

    private Marks(List<Token> tokens, List<List<WordTrie.Hit>> hits) {
        this.tokens = tokens;
        this.hits = hits;
        this.silent = new boolean[tokens.size()];
        hits.forEach(here -> here.forEach(hit -> lists.set(hit.list())));
    }

    /** Shorter phrases inside one of the neutral list mean nothing: "wireless" says of no wire that it is missing. */
    static Marks of(List<Token> tokens, WordTrie words, int neutral) {
        List<List<WordTrie.Hit>> hits = new ArrayList<>(tokens.size());
        int neutralStart = 0;
        int neutralEnd = 0;
        for (int at = 0; at < tokens.size(); at++) {
            List<WordTrie.Hit> here = words.at(tokens, at);
            for (WordTrie.Hit hit : here) {
                if (hit.list() == neutral && at + hit.length() > neutralEnd) {
                    neutralStart = at;
                    neutralEnd = at + hit.length();
                }
            }
            int first = at;
            int start = neutralStart;
            int end = neutralEnd;
            here.removeIf(hit -> hit.list() == neutral || isInside(first, first + hit.length(), start, end));
            hits.add(here);
        }
        return new Marks(tokens, hits);
    }

    private static boolean isInside(int first, int last, int start, int end) {
        return last <= end && last - first < end - start;
    }

    int size() {
        return tokens.size();
    }

    Token token(int at) {
        return tokens.get(at);
    }

    List<WordTrie.Hit> at(int position) {
        return hits.get(position);
    }

    /** Whether there is a phrase of any of these lists at all. */
    boolean hasAny(BitSet wanted) {
        return lists.intersects(wanted);
    }

    boolean is(int position, int list) {
        for (WordTrie.Hit hit : hits.get(position)) {
            if (hit.list() == list) {
                return true;
            }
        }
        return false;
    }

    boolean isSilent(int position) {
        return silent[position];
    }

    /** What is said here has been dealt with. */
    void silence(Construction.Match match) {
        for (int at = match.start(); at < match.end(); at++) {
            silent[at] = true;
        }
    }
}
