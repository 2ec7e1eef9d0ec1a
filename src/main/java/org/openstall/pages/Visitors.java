package org.openstall.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openstall.identity.Sessions;
import org.openstall.kernel.BuyerId;
import org.openstall.marketplaces.Marketplace;
import org.openstall.marketplaces.Marketplaces;
import org.springframework.stereotype.Component;

/** Recognises the visitor of a request, once. */
@Component
class Visitors {
    /**
     * The version of UUID that shoppers get who are not signed in. Users have version 7, so nobody can reach a
     * user's cart by writing his id into the cookie.
     */
    private static final int SHOPPER_VERSION = 4;

    private static final String ATTRIBUTE = Visitor.class.getName();

    private final Marketplaces marketplaces;

    Visitors(Marketplaces marketplaces) {
        this.marketplaces = marketplaces;
    }

    Visitor of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Visitor known) {
            return known;
        }
        Visitor visitor = recognise(request);
        request.setAttribute(ATTRIBUTE, visitor);
        return visitor;
    }

    private Visitor recognise(HttpServletRequest request) {
        return new Visitor(
                Language.ofTag(Cookies.read(request, Cookies.LANGUAGE))
                        .orElseGet(() -> Language.preferred(request.getHeader("Accept-Language"))),
                marketplace(Cookies.read(request, Cookies.MARKETPLACE)),
                Theme.of(Cookies.read(request, Cookies.THEME)).orElse(Theme.AUTO),
                Sessions.signedIn().orElse(null),
                shopper(Cookies.read(request, Cookies.SHOPPER)),
                request.getHeader("HX-Request") != null
                        && request.getHeader("HX-Boosted") == null
                        && request.getHeader("HX-History-Restore-Request") == null);
    }

    private Marketplace marketplace(@Nullable String chosen) {
        return marketplaces.all().stream()
                .filter(it -> it.id().value().equals(chosen))
                .findFirst()
                .orElseGet(() -> marketplaces.all().getFirst());
    }

    private static @Nullable BuyerId shopper(@Nullable String id) {
        if (id == null) {
            return null;
        }
        try {
            UUID uuid = UUID.fromString(id);
            return uuid.version() == SHOPPER_VERSION ? new BuyerId(uuid) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The owner of the cart; somebody who has none yet gets one, in a cookie. */
    BuyerId buyer(HttpServletRequest request, HttpServletResponse response) {
        return of(request).buyer().orElseGet(() -> {
            BuyerId shopper = new BuyerId(UUID.randomUUID());
            Cookies.write(request, response, Cookies.SHOPPER, shopper.toString(), Cookies.A_YEAR);
            return shopper;
        });
    }
}
