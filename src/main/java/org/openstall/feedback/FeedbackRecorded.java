package org.openstall.feedback;

import java.util.List;

/** Feedback of another marketplace's past has been added, or has turned out to be superseded. */
public record FeedbackRecorded(List<FeedbackLeft> left, List<FeedbackEnded> ended) {}
