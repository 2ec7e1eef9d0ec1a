package org.openstall.feedback;

/** What came of leaving feedback. */
public sealed interface LeaveResult {
    record Left(Feedback feedback) implements LeaveResult {}

    record Refused(Reason reason) implements LeaveResult {}

    /** Why feedback is refused. */
    enum Reason {
        STARS_MISSING,
        COMMENT_TOO_LONG,
        ALREADY_LEFT,
        /** More days have passed since the order than the marketplace's policy allows. */
        TOO_LATE
    }
}
