package org.openstall.carriers;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The address for programs; what may be sent there and what comes back is told in docs/carriers.md. */
@Controller
class TrackingController {
    static final int MOST_EVENTS = 500;
    static final int MOST_BYTES = 1 << 20;

    private static final String BEARER = "Bearer ";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Aggregators aggregators;
    private final TrackingEvents events;

    TrackingController(Aggregators aggregators, TrackingEvents events) {
        this.aggregators = aggregators;
        this.events = events;
    }

    @PostMapping("/carriers/v1/tracking-events")
    void take(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (sender(authorization).isEmpty()) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            refuse(response, 401, "Send the key that the operator gave you: Authorization: Bearer osk_...");
            return;
        }
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            refuse(response, 413, "A request may have 1 MiB. Send fewer events at a time.");
            return;
        }
        try {
            JsonNode sent = JSON.readTree(body).path("events");
            if (!sent.isArray() || sent.isEmpty() || sent.size() > MOST_EVENTS) {
                refuse(response, 400, "events must be an array of 1 to " + MOST_EVENTS + " events.");
                return;
            }
            answer(response, 200, Map.of("results", results(read(sent))));
        } catch (JacksonException malformed) {
            TokenStreamLocation at = malformed.getLocation();
            refuse(
                    response,
                    400,
                    at == null
                            ? "This is not JSON."
                            : "This is not JSON: line " + at.getLineNr() + ", column " + at.getColumnNr() + ".");
        }
    }

    private Optional<Aggregator> sender(@Nullable String authorization) {
        return Optional.ofNullable(authorization)
                .filter(it -> it.startsWith(BEARER))
                .flatMap(it -> aggregators.withKey(it.substring(BEARER.length()).strip()));
    }

    private static List<TrackingEvent> read(JsonNode sent) {
        return sent.valueStream()
                .map(it -> new TrackingEvent(
                        text(it, "id"),
                        text(it, "carrier"),
                        text(it, "trackingNumber"),
                        text(it, "status"),
                        text(it, "occurredAt"),
                        text(it, "place")))
                .toList();
    }

    private static String text(JsonNode event, String field) {
        JsonNode value = event.path(field);
        return value.isValueNode() && !value.isNull() ? value.asString() : "";
    }

    private List<Map<String, String>> results(List<TrackingEvent> sent) {
        List<Outcome> outcomes = events.take(sent);
        List<Map<String, String>> results = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            Map<String, String> result = new LinkedHashMap<>();
            result.put("id", sent.get(i).id());
            result.put("outcome", outcomes.get(i).name());
            result.put("message", outcomes.get(i).message());
            results.add(result);
        }
        return results;
    }

    private static void refuse(HttpServletResponse response, int status, String message) throws IOException {
        answer(response, status, Map.of("error", message));
    }

    private static void answer(HttpServletResponse response, int status, Map<String, ?> body) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.getOutputStream().write(JSON.writeValueAsBytes(body));
    }
}
