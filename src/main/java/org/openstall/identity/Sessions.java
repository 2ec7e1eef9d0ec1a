package org.openstall.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/** Begins sessions, and tells who the current one belongs to. They end by {@code POST /sign-out}. */
@Component
public class Sessions {
    private final SecurityContextRepository repository;
    private final CsrfTokenRepository csrfTokens;
    private final SessionAuthenticationStrategy fixation = new ChangeSessionIdAuthenticationStrategy();

    Sessions(SecurityContextRepository repository, CsrfTokenRepository csrfTokens) {
        this.repository = repository;
        this.csrfTokens = csrfTokens;
    }

    /**
     * Signs the user in, with a new session id and a new CSRF token. Called again for the user who is signed in,
     * it makes the session learn his new name or role.
     */
    public void begin(User user, HttpServletRequest request, HttpServletResponse response) {
        Authentication token = new SignedInToken(user.signedIn());
        fixation.onAuthentication(token, request, response);
        csrfTokens.saveToken(null, request, response);
        SecurityContext context = new SecurityContextImpl(token);
        SecurityContextHolder.setContext(context);
        repository.saveContext(context, request, response);
    }

    /** Who is signed in in the request at hand. */
    public static Optional<SignedIn> signedIn() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication instanceof SignedInToken token ? Optional.of(token.getPrincipal()) : Optional.empty();
    }
}
