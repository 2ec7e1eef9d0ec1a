package org.openstall.ordering;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.Money;

/**
 * What makes a line of an order a gift: its receiver sees no prices, but the buyer's words, if there are any.
 *
 * @param message plain text of any script, its lines as they were written; empty for none
 * @param wrap what wrapping one unit costs, possibly nothing; null if it goes unwrapped
 */
public record Gift(String message, @Nullable Money wrap) {
    /** As many characters as fit on a card. */
    public static final int LONGEST_MESSAGE = 240;

    public static final int MOST_LINES = 10;

    /** Begins where its blanks begin and nowhere between them: a million of them are looked at once. */
    private static final Pattern LINE_END = Pattern.compile("(?<!\\h)\\h*+\\R");

    public Gift {
        message = LINE_END.matcher(message).replaceAll("\n").replace('\t', ' ').strip();
    }

    /** Why a message cannot be printed as it is. */
    public enum Problem {
        TOO_LONG,
        TOO_MANY_LINES,
        /** It holds characters that are none of a text, such as those that steer terminals. */
        UNPRINTABLE
    }

    public Optional<Problem> problem() {
        if (message.codePoints().anyMatch(Gift::isUnprintable)) {
            return Optional.of(Problem.UNPRINTABLE);
        }
        if (message.codePointCount(0, message.length()) > LONGEST_MESSAGE) {
            return Optional.of(Problem.TOO_LONG);
        }
        return lines().size() > MOST_LINES ? Optional.of(Problem.TOO_MANY_LINES) : Optional.empty();
    }

    private static boolean isUnprintable(int character) {
        return (character != '\n' && Character.isISOControl(character))
                || Character.getType(character) == Character.SURROGATE
                || (character & 0xFFFE) == 0xFFFE;
    }

    /** The message, line by line; none without one. */
    public List<String> lines() {
        return message.isEmpty() ? List.of() : message.lines().toList();
    }

    public boolean isWrapped() {
        return wrap != null;
    }
}
