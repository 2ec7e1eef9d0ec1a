package org.openstall.notifications;

/** What a mail server says to a mail. */
sealed interface Outcome {

    record Taken() implements Outcome {}

    /** For good: trying again would bring the same answer. */
    record Refused(String reason) implements Outcome {}

    /** For now. */
    record Delayed(String reason) implements Outcome {}

    /** There is nobody to say anything. */
    record Unreachable(String reason) implements Outcome {}
}
