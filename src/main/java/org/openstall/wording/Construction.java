package org.openstall.wording;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How words are put together to say something, as a line of a lexicon gives it:
 *
 * <ul>
 *   <li>{@code {part|no longer}}: a phrase of the word list part, or these words; {@code lost}: this word
 *   <li>{@code ~2}: at most two other words, none of them of the list {@code stop}, and no sign between
 *   <li>{@code ..2}: at most two other words or signs within the same part of the sentence
 *   <li>{@code ...2}: at most two other words, signs or commas within the same sentence
 *   <li>{@code !{part}}: here begins no phrase of the list
 *   <li>{@code _}: any word; {@code ,}: a comma
 *   <li>{@code ^}: a sentence or a part of one begins here; {@code $}: it ends here
 *   <li>{@code ( … )?} and {@code ( … )*}: once or not at all, and as often as you like
 * </ul>
 *
 * Gaps are as short as possible, repetitions as long as possible. Every attempt remembers which of its parts failed
 * where, so that its cost is bounded by parts times tokens whatever the text.
 */
final class Construction {
    private static final int FAILED = -1;

    /** In tokens. Nobody says one thing at greater length, except to make trouble. */
    private static final int LONGEST = 64;

    private final List<Step> steps;
    private final String line;

    private Construction(List<Step> steps, String line) {
        this.steps = steps;
        this.line = line;
    }

    /** Where it was found, in tokens. */
    record Match(int start, int end) {}

    private enum Reach {
        TIGHT,
        LOOSE,
        SENTENCE
    }

    /** A step knows the ones that may follow it by their numbers. */
    private sealed interface Step {
        record Phrase(BitSet lists) implements Step {}

        record Not(BitSet lists) implements Step {}

        record Gap(int most, Reach reach) implements Step {}

        record Any() implements Step {}

        record Comma() implements Step {}

        record Begin() implements Step {}

        record End() implements Step {}

        /** Goes on to the next step, or else to another. */
        record Try(int other) implements Step {}

        record Jump(int to) implements Step {}
    }

    static Construction of(String line, ToIntFunction<String> meanings, ToIntFunction<String> words) {
        return new Construction(new Reader(meanings, words).read(line), line);
    }

    /** All places, from left to right, none overlapping another. */
    List<Match> in(Marks marks, int stop, boolean alsoSilent) {
        if (steps.getFirst() instanceof Step.Phrase phrase && !marks.hasAny(phrase.lists())) {
            return List.of();
        }
        List<Match> matches = new ArrayList<>();
        for (int at = 0; at < marks.size(); ) {
            int end = mayBegin(marks, at) ? new Attempt(marks, stop, alsoSilent, at).run(0, at) : FAILED;
            if (end > at) {
                matches.add(new Match(at, end));
                at = end;
            } else {
                at++;
            }
        }
        return matches;
    }

    /** Most constructions begin with a phrase, and at most places there is none of its lists. */
    private boolean mayBegin(Marks marks, int at) {
        return !(steps.getFirst() instanceof Step.Phrase phrase) || anyOf(marks, at, phrase.lists());
    }

    private static boolean anyOf(Marks marks, int at, BitSet lists) {
        for (WordTrie.Hit hit : marks.at(at)) {
            if (lists.get(hit.list())) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return line;
    }

    private final class Attempt {
        private final Marks marks;
        private final int stop;
        private final boolean alsoSilent;
        private final int start;
        private final BitSet failed = new BitSet();

        Attempt(Marks marks, int stop, boolean alsoSilent, int start) {
            this.marks = marks;
            this.stop = stop;
            this.alsoSilent = alsoSilent;
            this.start = start;
        }

        /** Where the match ends if the steps from this one on match from the position on. */
        int run(int step, int at) {
            if (step == steps.size()) {
                return at;
            }
            int key = (at - start) * steps.size() + step;
            if (at - start > LONGEST || failed.get(key)) {
                return FAILED;
            }
            // Marked at once, so that a repetition that takes nothing comes to an end.
            failed.set(key);
            return switch (steps.get(step)) {
                case Step.Phrase phrase -> phrase(phrase, step, at);
                case Step.Not not -> at < marks.size() && anyOf(marks, at, not.lists()) ? FAILED : run(step + 1, at);
                case Step.Gap gap -> gap(gap, step, at);
                case Step.Any _ -> at < marks.size() && mayCross(Reach.TIGHT, at) ? run(step + 1, at + 1) : FAILED;
                case Step.Comma _ ->
                    at < marks.size() && marks.token(at).is(Token.Shape.COMMA) ? run(step + 1, at + 1) : FAILED;
                case Step.Begin _ -> at == 0 || isEdge(at - 1) ? run(step + 1, at) : FAILED;
                case Step.End _ -> at == marks.size() || isEdge(at) ? run(step + 1, at) : FAILED;
                case Step.Try tried -> {
                    int end = run(step + 1, at);
                    yield end != FAILED ? end : run(tried.other(), at);
                }
                case Step.Jump jump -> run(jump.to(), at);
            };
        }

        private int phrase(Step.Phrase phrase, int step, int at) {
            if (at >= marks.size()) {
                return FAILED;
            }
            int best = FAILED;
            for (WordTrie.Hit hit : marks.at(at)) {
                if (phrase.lists().get(hit.list()) && (alsoSilent || !silent(at, at + hit.length()))) {
                    int end = run(step + 1, at + hit.length());
                    best = Math.max(best, end);
                }
            }
            return best;
        }

        private boolean silent(int from, int to) {
            for (int at = from; at < to; at++) {
                if (marks.isSilent(at)) {
                    return true;
                }
            }
            return false;
        }

        private int gap(Step.Gap gap, int step, int at) {
            for (int skipped = 0; skipped <= gap.most(); skipped++) {
                int end = run(step + 1, at + skipped);
                if (end != FAILED || at + skipped >= marks.size() || !mayCross(gap.reach(), at + skipped)) {
                    return end;
                }
            }
            return FAILED;
        }

        private boolean mayCross(Reach reach, int at) {
            return switch (marks.token(at).shape()) {
                case WORD, CHARACTER -> reach != Reach.TIGHT || !marks.is(at, stop);
                case SIGN -> reach != Reach.TIGHT;
                case COMMA -> reach == Reach.SENTENCE;
                case STOP -> false;
            };
        }

        private boolean isEdge(int at) {
            return switch (marks.token(at).shape()) {
                case STOP, COMMA -> true;
                case SIGN -> "()[]:/".contains(marks.token(at).text());
                case WORD, CHARACTER -> false;
            };
        }
    }

    /** Reads a line of a lexicon. */
    private static final class Reader {
        private static final Pattern GAP = Pattern.compile("(~|\\.{2,3})(\\d{1,2})");

        private final ToIntFunction<String> meanings;
        private final ToIntFunction<String> words;
        private final List<@Nullable Step> steps = new ArrayList<>();
        private final Deque<Integer> open = new ArrayDeque<>();

        Reader(ToIntFunction<String> meanings, ToIntFunction<String> words) {
            this.meanings = meanings;
            this.words = words;
        }

        List<Step> read(String line) {
            for (String word : line.strip().split("\\s+(?![^{]*})", -1)) {
                read(word, line);
            }
            List<Step> result = new ArrayList<>();
            for (Step step : steps) {
                if (step == null) {
                    throw new IllegalArgumentException("A bracket is not closed: " + line);
                }
                result.add(step);
            }
            return List.copyOf(result);
        }

        private void read(String word, String line) {
            switch (word) {
                case "_" -> steps.add(new Step.Any());
                case "," -> steps.add(new Step.Comma());
                case "^" -> steps.add(new Step.Begin());
                case "$" -> steps.add(new Step.End());
                case "(" -> {
                    open.push(steps.size());
                    steps.add(null);
                }
                case ")?", ")*" -> close(word.equals(")*"), line);
                default -> readWord(word);
            }
        }

        private void close(boolean again, String line) {
            if (open.isEmpty()) {
                throw new IllegalArgumentException("A bracket is not opened: " + line);
            }
            int begin = open.pop();
            if (again) {
                steps.add(new Step.Jump(begin));
            }
            steps.set(begin, new Step.Try(steps.size()));
        }

        private void readWord(String word) {
            Matcher gap = GAP.matcher(word);
            if (gap.matches()) {
                Reach reach =
                        switch (gap.group(1)) {
                            case "~" -> Reach.TIGHT;
                            case ".." -> Reach.LOOSE;
                            default -> Reach.SENTENCE;
                        };
                steps.add(new Step.Gap(Integer.parseInt(gap.group(2)), reach));
            } else if (word.endsWith("?") && word.length() > 1) {
                steps.add(new Step.Try(steps.size() + 2));
                steps.add(phrase(word.substring(0, word.length() - 1)));
            } else if (word.startsWith("!")) {
                steps.add(new Step.Not(phrase(word.substring(1)).lists()));
            } else {
                steps.add(phrase(word));
            }
        }

        private Step.Phrase phrase(String word) {
            BitSet lists = new BitSet();
            if (word.startsWith("{") && word.endsWith("}")) {
                for (String name : word.substring(1, word.length() - 1).split("\\|", -1)) {
                    lists.set(meanings.applyAsInt(name.strip()));
                }
            } else {
                lists.set(words.applyAsInt(word));
            }
            return new Step.Phrase(lists);
        }
    }
}
