package org.openstall.feeds;

import java.io.Serial;
import java.util.List;

/** Ends the run of a file until its seller has answered. */
final class AnswerNeeded extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Question question;
    private final transient List<String> arguments;

    AnswerNeeded(Question question, Object... arguments) {
        super(question.name());
        this.question = question;
        this.arguments = List.of(arguments).stream().map(String::valueOf).toList();
    }

    Question question() {
        return question;
    }

    List<String> arguments() {
        return arguments;
    }
}
