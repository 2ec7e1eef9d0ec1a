package org.openstall.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.openstall.identity.Acts;
import org.openstall.identity.Sessions;
import org.openstall.identity.SignedIn;
import org.openstall.identity.User;
import org.openstall.kernel.BuyerId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Lets in whoever has shown who he is: begins the session, takes his cart along, speaks his language. */
@Component
class Door {
    private final Sessions sessions;
    private final Visitors visitors;
    private final ApplicationEventPublisher events;
    private final Acts acts;
    private final PageAddresses addresses;

    Door(Sessions sessions, Visitors visitors, ApplicationEventPublisher events, Acts acts, PageAddresses addresses) {
        this.sessions = sessions;
        this.visitors = visitors;
        this.events = events;
        this.acts = acts;
        this.addresses = addresses;
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
        return Redirect.to(destination(next, user.signedIn()));
    }

    /**
     * Where somebody wanted to go if that is within this site and at no desk of others, or else where his work begins.
     * Where only forms are sent to, nobody can be led: that leads to the beginning of the desk, or of the shop.
     */
    String destination(@Nullable String next, SignedIn user) {
        String home = user.operator() ? "/operator" : user.seller() != null ? "/seller" : "/";
        String wanted = LocalPath.orElse(next, home);
        boolean elsewhere = (user.seller() == null && LocalPath.isAt(wanted, "/seller"))
                || (!user.operator() && LocalPath.isAt(wanted, "/operator"));
        if (elsewhere) {
            return home;
        }
        return addresses.isForFormsAlone(wanted) ? LocalPath.beginningOf(wanted) : wanted;
    }
}
