package org.openstall.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts a plain text into tokens. */
final class Tokens {
    private static final String STOPS = ".!?。！？;；•●■◆★☆※|\n\r…¿¡";
    private static final String COMMAS = ",、，､";

    /** A full stop after these ends no sentence. */
    private static final Set<String> ABBREVIATIONS = Set.of(
            "incl", "excl", "approx", "orig", "ca", "bzw", "inkl", "exkl", "zzgl", "ggf", "evtl", "evt", "nr", "vol",
            "pcs", "acc", "vgl", "usw", "dr", "st", "mr", "mrs", "ed", "vs", "ext", "min", "max", "tlw", "teilw", "bes",
            "div", "zb", "z", "o", "w", "pls", "cond", "exc", "gen", "diff");

    private Tokens() {}

    static List<Token> of(String text) {
        List<Token> tokens = new ArrayList<>();
        boolean space = true;
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int end = at + 1;
            if (c == '\n' || c == '\r' || STOPS.indexOf(c) >= 0) {
                tokens.add(new Token(Character.toString(c), stop(text, at, tokens), at, end, space));
            } else if (Character.isWhitespace(c)) {
                space = true;
                at = end;
                continue;
            } else if (isWritten(c)) {
                tokens.add(new Token(Character.toString(c), Token.Shape.CHARACTER, at, end, space));
            } else if (Character.isLetterOrDigit(c)) {
                end = endOfWord(text, at);
                tokens.add(new Token(word(text.substring(at, end)), Token.Shape.WORD, at, end, space));
            } else if (c == '-' || c == '–' || c == '—' || c == '~') {
                if ((space && isSpace(text, end)) || c == '—' || text.startsWith("--", at)) {
                    tokens.add(new Token(",", Token.Shape.COMMA, at, end, space));
                }
            } else if (COMMAS.indexOf(c) >= 0) {
                // Chinese parts the items of a list by a comma of its own.
                tokens.add(new Token(c == '、' ? "、" : ",", Token.Shape.COMMA, at, end, space));
            } else if ("'\"*_".indexOf(c) < 0) {
                tokens.add(new Token(Character.toString(c), Token.Shape.SIGN, at, end, space));
            }
            space = false;
            at = end;
        }
        return joined(tokens);
    }

    private static Token.Shape stop(String text, int at, List<Token> before) {
        boolean abbreviation = text.charAt(at) == '.'
                && !before.isEmpty()
                && before.getLast().end() == at
                && ABBREVIATIONS.contains(before.getLast().text())
                && isSpace(text, at + 1);
        boolean inside = text.charAt(at) == '.'
                && at > 0
                && at + 1 < text.length()
                && Character.isDigit(text.charAt(at - 1))
                && Character.isDigit(text.charAt(at + 1));
        return abbreviation || inside ? Token.Shape.SIGN : Token.Shape.STOP;
    }

    private static boolean isSpace(String text, int at) {
        return at >= text.length() || Character.isWhitespace(text.charAt(at));
    }

    private static int endOfWord(String text, int at) {
        int end = at;
        while (end < text.length() && !isWritten(text.charAt(end)) && isOfWord(text, end)) {
            end++;
        }
        // "w/o charger", "w/out charger"
        if (end - at == 1 && text.charAt(at) == 'w' && text.startsWith("/o", end)) {
            int rest = end + 2;
            while (rest < text.length() && Character.isLetter(text.charAt(rest))) {
                rest++;
            }
            String after = text.substring(end + 1, rest);
            return after.equals("o") || after.equals("out") ? rest : end;
        }
        return end;
    }

    private static boolean isOfWord(String text, int at) {
        char c = text.charAt(at);
        boolean apostrophe = c == '\'' && at + 1 < text.length() && Character.isLetter(text.charAt(at + 1));
        return Character.isLetterOrDigit(c) || apostrophe;
    }

    private static String word(String typed) {
        String word = typed.replace("'", "").replace("/", "");
        return hidesLetters(word) ? withLetters(word) : word;
    }

    /** "br0ken", but neither "4k" nor "mp3" nor "ps5". */
    private static boolean hidesLetters(String word) {
        int digits = 0;
        for (int i = 0; i < word.length(); i++) {
            if (Character.isDigit(word.charAt(i))) {
                digits++;
            }
        }
        return digits > 0
                && word.length() >= 5
                && digits * 2 < word.length()
                && Character.isLetter(word.charAt(0))
                && Character.isLetter(word.charAt(word.length() - 1));
    }

    private static String withLetters(String word) {
        return word.replace('0', 'o')
                .replace('1', 'i')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('5', 's');
    }

    /** Written without spaces between words, or (Korean) with spaces that nobody places alike. */
    static boolean isWritten(char c) {
        boolean chineseOrKana = c >= 0x2E80 && c <= 0x9FFF && Character.isLetter(c);
        boolean hangul = c >= 0xAC00 && c <= 0xD7A3;
        boolean compatible = c >= 0xF900 && c <= 0xFAFF;
        return chineseOrKana || hangul || compatible || "ー々〇".indexOf(c) >= 0;
    }

    /** "b r o k e n" is one word. */
    private static List<Token> joined(List<Token> tokens) {
        List<Token> result = new ArrayList<>(tokens.size());
        int at = 0;
        while (at < tokens.size()) {
            int end = at;
            StringBuilder letters = new StringBuilder();
            while (end < tokens.size() && isLetter(tokens.get(end)) && letters.length() < 24) {
                letters.append(tokens.get(end).text());
                end++;
            }
            if (letters.length() >= 4) {
                result.add(new Token(
                        letters.toString(),
                        Token.Shape.WORD,
                        tokens.get(at).start(),
                        tokens.get(end - 1).end(),
                        tokens.get(at).afterSpace()));
                at = end;
            } else {
                result.add(tokens.get(at));
                at++;
            }
        }
        return result;
    }

    private static boolean isLetter(Token token) {
        return token.is(Token.Shape.WORD)
                && token.text().length() == 1
                && Character.isLetter(token.text().charAt(0));
    }
}
