package org.openstall.wording;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What can be said in a language and which rule it breaks, read from {@code wording/<name>.lexicon}. The file has
 * sections: {@code [same]} has pairs of characters of which the first is read as the second; {@code [words x]} lists phrases, parted by {@code |} or lines, where {@code @y} stands for all of list
 * y; {@code [neutral]} lists phrases that mean nothing, whatever stands in them; {@code [allowed]} has
 * {@link Construction constructions} whose words break no rule; {@code [rule missing-parts]} and its like have those
 * that do. Words that broke one rule are not asked again by the lines below.
 */
final class Lexicon {
    private static final String NEUTRAL = "neutral";
    private static final String STOP = "stop";

    private final Map<Character, Character> same = new HashMap<>();
    private final WordTrie words = new WordTrie();
    private final Map<String, Integer> lists = new HashMap<>();
    private final Map<String, List<String>> phrases = new HashMap<>();
    private final List<Construction> allowed = new ArrayList<>();
    private final List<Forbidden> forbidden = new ArrayList<>();

    private record Forbidden(Rule rule, Construction construction) {}

    /** A rule broken from one token to another, the last one exclusive. */
    record Breach(Rule rule, int start, int end) {}

    private final int neutral = list(NEUTRAL);
    private final int stop = list(STOP);

    private Lexicon() {}

    static Lexicon named(String name) {
        String resource = "/wording/" + name + ".lexicon";
        try (InputStream in = Objects.requireNonNull(Lexicon.class.getResourceAsStream(resource), resource);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            Lexicon lexicon = new Lexicon();
            lexicon.read(reader.lines().toList(), resource);
            return lexicon;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(List<String> lines, String resource) {
        String section = "";
        int number = 0;
        for (String line : lines) {
            number++;
            String content = line.strip();
            if (content.isEmpty() || content.startsWith("#")) {
                continue;
            }
            try {
                if (content.startsWith("[") && content.endsWith("]")) {
                    section = content.substring(1, content.length() - 1);
                } else {
                    read(section, content);
                }
            } catch (IllegalArgumentException mistake) {
                throw new IllegalArgumentException(
                        resource + ", line " + number + ": " + mistake.getMessage(), mistake);
            }
        }
    }

    private void read(String section, String content) {
        if (section.equals("same")) {
            for (String pair : content.split("\\s+", -1)) {
                same.put(pair.charAt(0), pair.charAt(1));
            }
        } else if (section.equals(NEUTRAL)) {
            addWords(NEUTRAL, content);
        } else if (section.startsWith("words ")) {
            addWords(section.substring("words ".length()), content);
        } else if (section.equals("allowed")) {
            allowed.add(construction(content));
        } else {
            Rule rule = Optional.of(section)
                    .filter(it -> it.startsWith("rule "))
                    .flatMap(it -> Rule.of(it.substring("rule ".length())))
                    .orElseThrow(() -> new IllegalArgumentException("There is no section [" + section + "]"));
            forbidden.add(new Forbidden(rule, construction(content)));
        }
    }

    private void addWords(String list, String content) {
        for (String part : content.split("\\|", -1)) {
            String phrase = part.strip();
            if (phrase.startsWith("@")) {
                phrasesOf(phrase.substring(1)).forEach(it -> addPhrase(list, it));
            } else if (!phrase.isEmpty()) {
                addPhrase(list, phrase);
            }
        }
    }

    private void addPhrase(String list, String phrase) {
        words.add(phrase, list(list));
        phrases.computeIfAbsent(list, it -> new ArrayList<>()).add(phrase);
    }

    private List<String> phrasesOf(String list) {
        List<String> known = phrases.get(list);
        if (known == null) {
            throw new IllegalArgumentException("There is no list " + list + " above");
        }
        return List.copyOf(known);
    }

    private int list(String name) {
        return lists.computeIfAbsent(name, it -> lists.size());
    }

    private Construction construction(String line) {
        return Construction.of(line, name -> phrases.containsKey(name) ? list(name) : listOfOne(name), this::listOfOne);
    }

    private int listOfOne(String phrase) {
        int list = list('=' + phrase);
        words.add(phrase, list);
        return list;
    }

    private Token same(Token token) {
        Character read = token.is(Token.Shape.CHARACTER) ? same.get(token.text().charAt(0)) : null;
        return read == null
                ? token
                : new Token(read.toString(), token.shape(), token.start(), token.end(), token.afterSpace());
    }

    /** What a sentence says that it must not. */
    List<Breach> breaches(List<Token> tokens) {
        Marks marks = Marks.of(tokens.stream().map(this::same).toList(), words, neutral);
        List<Construction.Match> harmless = new ArrayList<>();
        for (Construction one : allowed) {
            harmless.addAll(one.in(marks, stop, true));
        }
        harmless.forEach(marks::silence);
        List<Breach> breaches = new ArrayList<>();
        for (Forbidden one : forbidden) {
            List<Construction.Match> matches = one.construction().in(marks, stop, false);
            matches.forEach(it -> breaches.add(new Breach(one.rule(), it.start(), it.end())));
            matches.forEach(marks::silence);
        }
        return breaches;
    }
}
