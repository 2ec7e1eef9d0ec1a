package org.openstall.wording;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds all phrases of a lexicon that begin at a token. A word of a phrase may end ({@code scratch*}) or begin
 * ({@code *kabel}) in any way; a phrase that begins with {@code ^} does so only after a space.
 */
final class WordTrie {
    private static final int LONGEST_WORD = 32;

    private final Node root = new Node();
    private int longestPhrase;

    /** So many tokens from one on are said by the phrases of a word list. */
    record Hit(int list, int length) {}

    private static final class Node {
        final Map<String, Node> whole = new HashMap<>();
        final Map<String, Node> beginning = new HashMap<>();
        final Map<String, Node> ending = new HashMap<>();
        final List<Integer> lists = new ArrayList<>(1);
        final List<Integer> listsAfterSpace = new ArrayList<>(0);
        final List<Integer> listsInOneWord = new ArrayList<>(0);
    }

    void add(String phrase, int list) {
        boolean afterSpace = phrase.startsWith("^");
        Node node = root;
        int length = 0;
        for (String part : phrase.substring(afterSpace ? 1 : 0).strip().split("\\s+", -1)) {
            boolean ending = part.startsWith("*");
            boolean beginning = part.endsWith("*");
            String stem = part.substring(ending ? 1 : 0, part.length() - (beginning ? 1 : 0));
            List<Token> tokens = Tokens.of(PlainText.fold(stem));
            if (tokens.isEmpty() || ((ending || beginning) && tokens.size() > 1)) {
                throw new IllegalArgumentException("Not a phrase: " + phrase);
            }
            for (Token token : tokens) {
                Map<String, Node> next = beginning ? node.beginning : ending ? node.ending : node.whole;
                node = next.computeIfAbsent(token.text(), it -> new Node());
                length++;
            }
        }
        longestPhrase = Math.max(longestPhrase, length);
        List<Integer> lists =
                afterSpace ? node.listsAfterSpace : isKoreanWord(phrase) ? node.listsInOneWord : node.lists;
        if (!lists.contains(list)) {
            lists.add(list);
        }
    }

    private static boolean isKoreanWord(String phrase) {
        return phrase.length() > 1 && phrase.chars().allMatch(it -> it >= 0xAC00 && it <= 0xD7A3);
    }

    List<Hit> at(List<Token> tokens, int position) {
        List<Hit> hits = new ArrayList<>(2);
        follow(root, tokens, position, position, hits);
        return hits;
    }

    private void follow(Node node, List<Token> tokens, int first, int at, List<Hit> hits) {
        for (int list : node.lists) {
            hits.add(new Hit(list, at - first));
        }
        if (!node.listsInOneWord.isEmpty() && isInOneWord(tokens, first, at)) {
            for (int list : node.listsInOneWord) {
                hits.add(new Hit(list, at - first));
            }
        }
        if (!node.listsAfterSpace.isEmpty() && tokens.get(first).afterSpace()) {
            for (int list : node.listsAfterSpace) {
                hits.add(new Hit(list, at - first));
            }
        }
        if (at == tokens.size() || at - first == longestPhrase) {
            return;
        }
        String word = tokens.get(at).text();
        step(node.whole.get(word), tokens, first, at, hits);
        if (!tokens.get(at).is(Token.Shape.WORD)) {
            return;
        }
        int length = Math.min(word.length(), LONGEST_WORD);
        for (int cut = 2; cut <= length && !node.beginning.isEmpty(); cut++) {
            step(node.beginning.get(word.substring(0, cut)), tokens, first, at, hits);
        }
        for (int cut = word.length() - length; cut <= word.length() - 2 && !node.ending.isEmpty(); cut++) {
            step(node.ending.get(word.substring(Math.max(0, cut))), tokens, first, at, hits);
        }
    }

    /** The end of one word and the beginning of the next make no third one, unless it is words that were torn apart. */
    private static boolean isInOneWord(List<Token> tokens, int first, int end) {
        return tokens.get(first).afterSpace()
                || tokens.subList(first + 1, end).stream().noneMatch(Token::afterSpace);
    }

    private void step(@Nullable Node next, List<Token> tokens, int first, int at, List<Hit> hits) {
        if (next != null) {
            follow(next, tokens, first, at + 1, hits);
        }
    }
}
