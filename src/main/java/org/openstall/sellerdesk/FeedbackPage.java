package org.openstall.sellerdesk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openstall.feedback.Feedback;
import org.openstall.health.FeedbackScore;
import org.openstall.kernel.Page;
import org.openstall.pages.View;

/** What buyers say; {@code stars} is null for all. */
public record FeedbackPage(
        Stall stall, List<FeedbackScore> scores, @Nullable Integer stars, Page<Feedback> feedback) implements View {}
