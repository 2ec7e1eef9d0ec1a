package org.openstall.wording;

import java.util.List;
import java.util.Set;

/** With what letters and little words a sentence is written, which tells the languages it may be in. */
record Script(int latin, int english, int german, int hangul, int kana, int han) {
    private static final Set<String> ENGLISH = Set.of(
            "the", "a", "an", "and", "or", "is", "are", "isnt", "not", "no", "of", "to", "for", "it", "its", "this",
            "has", "have", "but", "with", "from", "without", "does", "doesnt", "on", "very", "some", "only", "all");

    private static final Set<String> GERMAN = Set.of(
            "der", "die", "das", "dem", "den", "des", "ein", "eine", "einen", "einem", "einer", "und", "oder", "ist",
            "sind", "nicht", "kein", "keine", "keinen", "mit", "aber", "auf", "fuer", "im", "zu", "vom", "von", "ohne",
            "sehr", "hat", "auch", "nur", "noch", "wie", "bei", "beim", "nichts", "leicht", "leichte", "alle", "alles");

    static Script of(List<Token> sentence) {
        int latin = 0;
        int english = 0;
        int german = 0;
        int hangul = 0;
        int kana = 0;
        int han = 0;
        for (Token token : sentence) {
            char c = token.text().charAt(0);
            if (c >= 'a' && c <= 'z') {
                latin++;
                english += ENGLISH.contains(token.text()) ? 1 : 0;
                german += GERMAN.contains(token.text()) ? 1 : 0;
            } else if (c >= 0xAC00 && c <= 0xD7A3) {
                hangul++;
            } else if (c >= 0x3040 && c <= 0x30FF && c != 'の') {
                // Chinese writes this one Japanese letter for its looks.
                kana++;
            } else if (token.is(Token.Shape.CHARACTER)) {
                han++;
            }
        }
        return new Script(latin, english, german, hangul, kana, han);
    }

    /** Whether the lexicon of the name should read the sentence, whose writer says it is in a language. */
    boolean mayBe(String lexicon, String said) {
        return switch (lexicon) {
            case "en" -> latin > 0 && (english > 0 || german < 2);
            case "de" -> latin > 0 && (german > 0 || english < 2);
            case "ko" -> hangul > 0;
            case "ja" -> kana > 0 || (han > 0 && !said.startsWith("zh"));
            case "zh" -> han > 0 && (kana == 0 ? !said.startsWith("ja") : kana * 6 < han);
            default -> true;
        };
    }
}
