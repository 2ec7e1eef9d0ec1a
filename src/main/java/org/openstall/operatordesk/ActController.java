package org.openstall.operatordesk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openstall.identity.Act;
import org.openstall.identity.Acts;
import org.openstall.pages.Csv;
import org.openstall.pages.Texts;
import org.openstall.pages.View;
import org.openstall.pages.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who has signed in, what he sent, what he took along, and who may do what since when. */
@Controller
class ActController {
    private static final int PAGE = 50;
    private static final List<String> COLUMNS =
            List.of("when", "who", "user-id", "address", "what", "subject", "outcome");

    private final Acts acts;
    private final Texts texts;

    ActController(Acts acts, Texts texts) {
        this.acts = acts;
        this.texts = texts;
    }

    @GetMapping("/operator/activity")
    View acts(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after) {
        Act.Kind shown = kind(kind);
        return new ActsPage(shown, q.strip(), acts.list(shown, q, after, PAGE));
    }

    private static Act.@Nullable Kind kind(String name) {
        return Arrays.stream(Act.Kind.values())
                .filter(it -> name(it).equals(name))
                .findFirst()
                .orElse(null);
    }

    static String name(Act.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @GetMapping(path = "/operator/activity", params = "format=csv")
    void csv(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String q,
            Visitor visitor,
            HttpServletResponse response)
            throws IOException {
        ZoneId zone = visitor.marketplace().zone();
        Csv.stream(
                response,
                "activity.csv",
                texts.header(visitor.language(), "operator.activity.csv.", COLUMNS),
                after -> acts.list(kind(kind), q, after, Csv.STRETCH),
                it -> List.of(
                        Csv.time(it.at(), zone),
                        it.who(),
                        it.user() == null ? "" : it.user().toString(),
                        it.address(),
                        texts.text(visitor.language(), "operator.activity.kind." + name(it.kind())),
                        it.subject(),
                        it.outcome()));
    }
}
