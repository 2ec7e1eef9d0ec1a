package org.openstall.wording;

/**
 * A word, or what is as good as a word: one character where words are written without spaces, one sign elsewhere.
 * Start and end are offsets into the {@link PlainText}.
 */
record Token(String text, Shape shape, int start, int end, boolean afterSpace) {
    enum Shape {
        /** Letters and digits of an alphabet with spaces between words. */
        WORD,
        /** A Chinese, Japanese or Korean character. */
        CHARACTER,
        /** A sign that parts nothing: a colon, a bracket, a slash. */
        SIGN,
        /** Parts of a sentence end here. */
        COMMA,
        /** A sentence ends here. */
        STOP
    }

    boolean is(Shape other) {
        return shape == other;
    }
}
