package org.openstall.feedback;

import java.time.Instant;
import java.util.UUID;
import org.openstall.kernel.OrderId;
import org.openstall.kernel.SellerId;

/** Feedback no longer counts. */
public record FeedbackEnded(SellerId seller, OrderId order, UUID feedback, Instant endedAt) {}
