package org.openstall.feedback;

import java.time.Instant;
import java.util.UUID;
import org.openstall.kernel.OrderId;
import org.openstall.kernel.SellerId;

/** A buyer has left feedback on an order. */
public record FeedbackLeft(SellerId seller, OrderId order, UUID feedback, int stars, Instant givenAt) {}
