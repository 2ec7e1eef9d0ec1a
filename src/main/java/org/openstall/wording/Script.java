package org.openstall.wording;

import java.util.List;

/** With what letters a sentence is written, which tells the languages it may be in. */
record Script(int latin, int hangul, int kana, int han) {
    static Script of(List<Token> sentence) {
        int latin = 0;
        int hangul = 0;
        int kana = 0;
        int han = 0;
        for (Token token : sentence) {
            char c = token.text().charAt(0);
            if (c >= 'a' && c <= 'z') {
                latin++;
            } else if (c >= 0xAC00 && c <= 0xD7A3) {
                hangul++;
            } else if (c >= 0x3040 && c <= 0x30FF && c != 'の') {
                // Chinese writes this one Japanese letter for its looks.
                kana++;
            } else if (token.is(Token.Shape.CHARACTER)) {
                han++;
            }
        }
        return new Script(latin, hangul, kana, han);
    }

    /** Whether the lexicon of the name should read the sentence, whose writer says it is in a language. */
    boolean mayBe(String lexicon, String said) {
        return switch (lexicon) {
            case "en", "de" -> latin > 0;
            case "ko" -> hangul > 0;
            case "ja" -> kana > 0 || (han > 0 && !said.startsWith("zh"));
            case "zh" -> han > 0 && (kana == 0 ? !said.startsWith("ja") : kana * 6 < han);
            default -> true;
        };
    }
}
