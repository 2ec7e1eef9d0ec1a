package org.openstall.health;

/**
 * Feedback in force by date of the feedback. Neutral feedback counts in the whole but not as positive.
 *
 * @param days the length of the window, or 0 for a seller's lifetime
 */
public record FeedbackScore(int days, long positive, long neutral, long negative) {

    public long all() {
        return positive + neutral + negative;
    }
}
