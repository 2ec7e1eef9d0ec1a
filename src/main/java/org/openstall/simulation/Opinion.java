package org.openstall.simulation;

import org.openstall.feedback.Feedback;

/** What a buyer says about an order. */
record Opinion(int stars, Feedback.Answers answers, String comment) {}
