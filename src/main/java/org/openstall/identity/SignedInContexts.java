package org.openstall.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps in the session who is signed in, as a line of JSON: every request reads it, and reading a serialized security
 * context takes longer than many a page.
 */
class SignedInContexts implements SecurityContextRepository {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SIGNED_IN = "signed-in";

    @Override
    @SuppressWarnings("deprecation") // there is no other way to say it: the interface has no other abstract reading
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        String json = signedIn(holder.getRequest());
        return json == null
                ? new SecurityContextImpl()
                : new SecurityContextImpl(new SignedInToken(JSON.readValue(json, SignedIn.class)));
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        if (context.getAuthentication() instanceof SignedInToken token) {
            HttpSession session = request.getSession();
            session.setAttribute(SIGNED_IN, JSON.writeValueAsString(token.getPrincipal()));
            session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, token.getName());
            return;
        }
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(SIGNED_IN);
        }
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return signedIn(request) != null;
    }

    private static @Nullable String signedIn(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? null : (String) session.getAttribute(SIGNED_IN);
    }
}
