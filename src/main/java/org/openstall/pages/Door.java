package org.openstall.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.openstall.identity.Acts;
import org.openstall.identity.Sessions;
import org.openstall.identity.User;
import org.openstall.kernel.BuyerId;
import org.openstall.kernel.SellerId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Lets in whoever has shown who he is: begins the session, takes his cart along, speaks his language. */
@Component
class Door {
    private final Sessions sessions;
    private final Visitors visitors;
    private final ApplicationEventPublisher events;
    private final Acts acts;

    Door(Sessions sessions, Visitors visitors, ApplicationEventPublisher events, Acts acts) {
        this.sessions = sessions;
        this.visitors = visitors;
        this.events = events;
        this.acts = acts;
    }

    Redirect enter(User user, @Nullable String next, HttpServletRequest request, HttpServletResponse response) {
        BuyerId shopper = visitors.of(request).shopper();
        sessions.begin(user, request, response);
        acts.signedIn(user, request.getRemoteAddr());
        events.publishEvent(new VisitorSignedIn(user.signedIn().buyer(), shopper));
        if (shopper != null) {
            Cookies.clear(request, response, Cookies.SHOPPER);
        }
        Language.ofTag(user.language())
                .ifPresent(it -> Cookies.write(request, response, Cookies.LANGUAGE, it.tag(), Cookies.A_YEAR));
        return Redirect.to(LocalPath.orElse(next, home(user.seller(), user.operator())));
    }

    /** Where a person's work begins. */
    static String home(@Nullable SellerId seller, boolean operator) {
        return operator ? "/operator" : seller != null ? "/seller" : "/";
    }
}
