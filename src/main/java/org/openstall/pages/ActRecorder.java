package org.openstall.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openstall.identity.Acts;
import org.openstall.identity.Sessions;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Notes whatever is sent from the desks and from accounts, and every list that is taken along from there. Buyers' own
 * orders and feedback keep themselves who did what.
 */
@Component
class ActRecorder implements HandlerInterceptor {
    private static final Pattern DESKS = Pattern.compile("/(seller|operator|account)(/.*)?");
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final String ACT = ActRecorder.class.getName();

    private final Acts acts;

    ActRecorder(Acts acts) {
        this.acts = acts;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (isAct(request) && request.getAttribute(ACT) == null) {
            String what = request.getMethod() + ' ' + request.getRequestURI();
            Sessions.signedIn()
                    .ifPresent(it -> request.setAttribute(ACT, acts.begin(it, request.getRemoteAddr(), what)));
        }
        return true;
    }

    private static boolean isAct(HttpServletRequest request) {
        return DESKS.matcher(request.getRequestURI()).matches()
                && (!READING.contains(request.getMethod()) || request.getParameter("format") != null);
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (request.getAttribute(ACT) instanceof UUID act) {
            request.removeAttribute(ACT);
            acts.end(act, failure == null ? response.getStatus() : HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        }
    }
}
