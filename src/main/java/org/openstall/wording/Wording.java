package org.openstall.wording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Checks texts before others read them. All languages are understood at once, whatever language a text is said to
 * be in; what is said only decides how characters are read that Chinese and Japanese share. Safe for use by many
 * threads.
 */
@Component
public class Wording {
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final Map<String, Lexicon> lexicons = Arrays.stream(TextKind.values())
            .flatMap(it -> it.lexicons().stream())
            .distinct()
            .collect(Collectors.toUnmodifiableMap(Function.identity(), Lexicon::named));

    /** Whether there is a country of this code, such as {@code US}. */
    public static boolean isCountry(String code) {
        return COUNTRIES.contains(code);
    }

    /**
     * Checks a text that is to be read in a country.
     *
     * @param country of the marketplace, by its ISO code
     * @param language of the text by its tag, such as {@code zh-TW}, as far as the writer has told it
     */
    public Findings check(TextKind kind, String country, @Nullable String language, String text) {
        if (!isCountry(country)) {
            throw new IllegalArgumentException("Not a country: " + country);
        }
        String said = language == null || language.isBlank() ? spokenIn(country) : language;
        PlainText plain = PlainText.of(text);
        List<Finding> found = new ArrayList<>(ContactData.in(plain, text));
        for (List<Token> sentence : sentences(Tokens.of(plain.text()))) {
            Script script = Script.of(sentence);
            for (String name : kind.lexicons()) {
                if (script.mayBe(name, said)) {
                    Objects.requireNonNull(lexicons.get(name))
                            .breaches(sentence)
                            .forEach(breach -> found.add(plain.finding(
                                    breach.rule(),
                                    sentence.get(breach.start()).start(),
                                    sentence.get(breach.end() - 1).end(),
                                    text)));
                }
            }
        }
        found.removeIf(it -> !kind.has(it.rule()));
        return new Findings(text, withoutOverlaps(found));
    }

    private static String spokenIn(String country) {
        return switch (country) {
            case "JP" -> "ja";
            case "CN", "TW", "HK", "MO", "SG" -> "zh";
            default -> "";
        };
    }

    private static List<List<Token>> sentences(List<Token> tokens) {
        List<List<Token>> sentences = new ArrayList<>();
        int start = 0;
        for (int at = 0; at < tokens.size(); at++) {
            if (tokens.get(at).is(Token.Shape.STOP)) {
                sentences.add(tokens.subList(start, at));
                start = at + 1;
            }
        }
        sentences.add(tokens.subList(start, tokens.size()));
        sentences.removeIf(List::isEmpty);
        return sentences;
    }

    /** Of two that share words, the blocking one counts, else the one that begins earlier, else the longer one. */
    private static List<Finding> withoutOverlaps(List<Finding> found) {
        found.sort(Comparator.comparing(Finding::level)
                .thenComparing(Finding::start)
                .thenComparing(Finding::end, Comparator.reverseOrder()));
        BitSet taken = new BitSet();
        List<Finding> kept = new ArrayList<>();
        for (Finding finding : found) {
            int free = taken.nextSetBit(finding.start());
            if (free < 0 || free >= finding.end()) {
                taken.set(finding.start(), finding.end());
                kept.add(finding);
            }
        }
        return kept;
    }
}
