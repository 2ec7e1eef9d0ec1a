package org.openstall.sellerdesk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openstall.feedback.Feedback;
import org.openstall.feedback.FeedbackDesk;
import org.openstall.health.Health;
import org.openstall.pages.Csv;
import org.openstall.pages.Redirect;
import org.openstall.pages.Texts;
import org.openstall.pages.View;
import org.openstall.pages.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class FeedbackController {
    private static final int PAGE = 50;
    private static final int MOST_READ = 100;
    private static final List<String> COLUMNS =
            List.of("given", "stars", "order", "buyer", "comment", "arrived-on-time", "as-described", "good-service");

    private final FeedbackDesk feedback;
    private final ReadFeedbackStore read;
    private final Health health;
    private final Texts texts;
    private final Clock clock;

    FeedbackController(FeedbackDesk feedback, ReadFeedbackStore read, Health health, Texts texts, Clock clock) {
        this.feedback = feedback;
        this.read = read;
        this.health = health;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/seller/feedback")
    View feedback(
            @ModelAttribute(binding = false) Stall stall,
            @RequestParam(defaultValue = "") String stars,
            @RequestParam(required = false) @Nullable String after) {
        Integer only = stars(stars);
        return new FeedbackPage(
                stall,
                health.scores(stall.seller(), stall.place()),
                only,
                feedback.of(stall.seller(), stall.place(), only, after, PAGE));
    }

    @GetMapping(path = "/seller/feedback", params = "format=csv")
    void csv(
            @ModelAttribute(binding = false) Stall stall,
            @RequestParam(defaultValue = "") String stars,
            Visitor visitor,
            HttpServletResponse response)
            throws IOException {
        Csv.stream(
                response,
                "feedback.csv",
                texts.header(visitor.language(), "desk.csv.", COLUMNS),
                after -> feedback.of(stall.seller(), stall.place(), stars(stars), after, Csv.STRETCH),
                it -> cells(it, stall, visitor));
    }

    private List<String> cells(Feedback it, Stall stall, Visitor visitor) {
        return List.of(
                Csv.time(it.givenAt(), stall.marketplace().zone()),
                Integer.toString(it.stars()),
                it.order().value(),
                it.buyerName(),
                it.comment(),
                answer(it.answers().arrivedOnTime(), visitor),
                answer(it.answers().asDescribed(), visitor),
                answer(it.answers().goodService(), visitor));
    }

    private String answer(@Nullable Boolean answer, Visitor visitor) {
        return answer == null ? "" : texts.text(visitor.language(), answer ? "frame.yes" : "frame.no");
    }

    /** Takes feedback off today's list. */
    @PostMapping("/seller/feedback/read")
    View read(@ModelAttribute(binding = false) Stall stall, @RequestParam(defaultValue = "") List<UUID> id) {
        read.add(stall.seller(), id.stream().limit(MOST_READ).toList(), clock.instant());
        return Redirect.to("/seller");
    }

    private static @Nullable Integer stars(String text) {
        return text.matches("[1-5]") ? Integer.valueOf(text) : null;
    }
}
