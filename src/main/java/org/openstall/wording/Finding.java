package org.openstall.wording;

/**
 * Words that break a rule. Start and end are UTF-16 offsets into the text as it was given, the end exclusive, so that
 * {@code words} is {@code text.substring(start, end)}.
 */
public record Finding(Rule rule, int start, int end, String words) {
    public Finding {
        if (start < 0 || end <= start || words.length() != end - start) {
            throw new IllegalArgumentException("No words at " + start + " to " + end + ": " + words);
        }
    }

    public Level level() {
        return rule.level();
    }
}
