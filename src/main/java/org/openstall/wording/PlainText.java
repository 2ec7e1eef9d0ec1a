package org.openstall.wording;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text without its disguises: lower case, compatibility forms unfolded, accents and invisible characters gone,
 * letters of other alphabets that look Latin made Latin. Each character remembers where it came from.
 */
final class PlainText {
    /** Letters of other alphabets, each followed by the Latin one that it looks like. */
    private static final Map<Integer, Character> LOOKALIKES =
            lookalikes("аaвbсcԁdеeёeһhіiїiјjӏlкkмmпnоoрpԛqгrѕsтtиuхxуyԝwѵvьb" + "αaβbεeηnιiκkνvοoρpτtυuχxωwγyμu"
                    + "ᴀaʙbᴄcᴅdᴇeꜰfɢgʜhɪiᴊjᴋkʟlᴍmɴnᴏoᴘpʀrꜱsᴛtᴜuᴠvᴡwʏyᴢzɑaɡgıiłløođd");

    /** Typed for an apostrophe, and to be read as one before anything else is made of them. */
    private static final String QUOTES = "’‘ʼ´`";

    /** Between two signs that stand alone. */
    private static final Pattern SPACE_BETWEEN_LETTERS = Pattern.compile(
            "(?<=(?:^|[\\s\\p{IsHan}\\p{IsHangul}][^\\s])|^[^\\s])\\s{1,3}(?=[a-z\\d.@:/_-](?:\\s|$|\\p{IsHangul}|\\p{IsHan}))");

    private final String text;
    private final int[] from;
    private final int[] to;

    private PlainText(String text, int[] from, int[] to) {
        this.text = text;
        this.from = from;
        this.to = to;
    }

    static PlainText of(String original) {
        Builder builder = new Builder(original.length());
        int at = 0;
        while (at < original.length()) {
            int end = endOfUnit(original, at);
            String unit = original.substring(at, end);
            if (unit.length() == 1 && unit.charAt(0) >= ' ' && unit.charAt(0) < 0x7F) {
                builder.add(Character.toLowerCase(unit.charAt(0)), at, end);
            } else if (QUOTES.indexOf(unit) >= 0) {
                builder.add('\'', at, end);
            } else {
                builder.addFolded(Normalizer.normalize(unit, Normalizer.Form.NFKC), at, end);
            }
            at = end;
        }
        return builder.build();
    }

    /** The same folding for words of a lexicon. */
    static String fold(String word) {
        return of(word).text;
    }

    /** A letter with the marks that belong to it; at most 16 of them, so that hostile texts cost nothing. */
    private static int endOfUnit(String text, int at) {
        int end = at + Character.charCount(text.codePointAt(at));
        while (end < text.length() && end - at < 16) {
            int next = text.codePointAt(end);
            if (!isMark(next)) {
                break;
            }
            end += Character.charCount(next);
        }
        return end;
    }

    private static boolean isMark(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            // Half-width sound marks, and the inner and last letters of Korean syllables written apart.
            default -> codePoint == 0xFF9E || codePoint == 0xFF9F || (codePoint >= 0x1160 && codePoint <= 0x11FF);
        };
    }

    private static Map<Integer, Character> lookalikes(String pairs) {
        Map<Integer, Character> result = new HashMap<>();
        for (int i = 0; i < pairs.length(); i += 2) {
            result.put((int) pairs.charAt(i), pairs.charAt(i + 1));
        }
        return Map.copyOf(result);
    }

    String text() {
        return text;
    }

    /** Where the character came from in the original. */
    int from(int index) {
        return from[index];
    }

    /** Where that ends. */
    int to(int index) {
        return to[index];
    }

    /** What was read from one character to another, as a finding in the original. */
    Finding finding(Rule rule, int start, int end, String original) {
        int first = from[start];
        int last = to[end - 1];
        return new Finding(rule, first, last, original.substring(first, last));
    }

    /** The same with other words for what the pattern matches. */
    PlainText replacing(Pattern pattern, String meaning) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return this;
        }
        Builder builder = new Builder(text.length());
        int done = 0;
        do {
            builder.copy(this, done, matcher.start());
            for (int i = 0; i < meaning.length() && matcher.end() > matcher.start(); i++) {
                builder.add(meaning.charAt(i), from[matcher.start()], to[matcher.end() - 1]);
            }
            done = matcher.end();
        } while (matcher.find());
        builder.copy(this, done, text.length());
        return builder.build();
    }

    /** The same with "w w w . s h o p . c o m" in one word. */
    PlainText withLettersJoined() {
        return replacing(SPACE_BETWEEN_LETTERS, "");
    }

    private static final class Builder {
        private final StringBuilder text;
        private int[] from;
        private int[] to;

        Builder(int length) {
            text = new StringBuilder(length);
            from = new int[length + 16];
            to = new int[length + 16];
        }

        void add(char character, int start, int end) {
            if (text.length() == from.length) {
                from = Arrays.copyOf(from, from.length * 2);
                to = Arrays.copyOf(to, to.length * 2);
            }
            from[text.length()] = start;
            to[text.length()] = end;
            text.append(character);
        }

        void copy(PlainText other, int start, int end) {
            for (int i = start; i < end; i++) {
                add(other.text.charAt(i), other.from[i], other.to[i]);
            }
        }

        void addFolded(String unit, int start, int end) {
            String lower = unit.toLowerCase(Locale.ROOT);
            for (int i = 0; i < lower.length(); ) {
                int codePoint = lower.codePointAt(i);
                i += Character.charCount(codePoint);
                addFolded(codePoint, start, end);
            }
        }

        private void addFolded(int codePoint, int start, int end) {
            switch (codePoint) {
                case 'ä' -> add("ae", start, end);
                case 'ö' -> add("oe", start, end);
                case 'ü' -> add("ue", start, end);
                case 'ß' -> add("ss", start, end);
                case '‐', '‑', '−', '﹣', '－' -> add('-', start, end);
                default -> addOther(codePoint, start, end);
            }
        }

        private void add(String characters, int start, int end) {
            characters.chars().forEach(it -> add((char) it, start, end));
        }

        private void addOther(int codePoint, int start, int end) {
            Character lookalike = LOOKALIKES.get(codePoint);
            if (lookalike != null) {
                add(lookalike, start, end);
            } else if (codePoint >= 0x1F130 && codePoint <= 0x1F189) {
                add((char) ('a' + (codePoint - 0x1F130) % 32 % 26), start, end);
            } else if (Character.getType(codePoint) == Character.FORMAT
                    || (Character.getType(codePoint) == Character.CONTROL && !Character.isWhitespace(codePoint))
                    || isMark(codePoint)) {
                // Invisible, or an accent without its letter: nothing to read.
                return;
            } else if (Character.isSpaceChar(codePoint)) {
                add(' ', start, end);
            } else if (codePoint < 0x250 && Character.isLetter(codePoint)) {
                add(
                        Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFD)
                                .charAt(0),
                        start,
                        end);
            } else if (Character.isBmpCodePoint(codePoint)) {
                add((char) codePoint, start, end);
            } else {
                // Rare Han characters and emoji: something that is no word of ours.
                add('\uFFFC', start, end);
            }
        }

        PlainText build() {
            return new PlainText(text.toString(), from, to);
        }
    }
}
