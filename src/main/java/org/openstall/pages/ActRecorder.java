package org.openstall.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openstall.identity.Acts;
import org.openstall.identity.Sessions;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Notes whatever is sent from the desks and from accounts, and every file that is taken along from there. Buyers' own
 * orders and feedback keep themselves who did what.
 */
@Component
class ActRecorder implements HandlerInterceptor {
    static final String[] PATHS = {"/seller/**", "/operator/**", "/account/**"};

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final String ACT = ActRecorder.class.getName();

    private final Acts acts;

    ActRecorder(Acts acts) {
        this.acts = acts;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!READING.contains(request.getMethod()) && request.getAttribute(ACT) == null) {
            begin(request);
        }
        return true;
    }

    private void begin(HttpServletRequest request) {
        String what = request.getMethod() + ' ' + request.getServletPath();
        Sessions.signedIn().ifPresent(it -> request.setAttribute(ACT, acts.begin(it, request.getRemoteAddr(), what)));
    }

    /** Only the answer tells whether something was taken along. */
    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (response.getHeader(HttpHeaders.CONTENT_DISPOSITION) != null && request.getAttribute(ACT) == null) {
            begin(request);
        }
        if (request.getAttribute(ACT) instanceof UUID act) {
            request.removeAttribute(ACT);
            acts.end(act, failure == null ? response.getStatus() : HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        }
    }
}
