package org.openstall.sellerdesk;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openstall.identity.SignedIn;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.SellerId;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.pages.ErrorPage;
import org.openstall.pages.View;
import org.openstall.pages.Visitor;
import org.openstall.sellers.Sellers;
import org.openstall.sellers.Standing;
import org.openstall.sellers.StandingChange;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Hands every controller of the desk the {@link Stall} it works at. The visitor's cookie says in which marketplace, and
 * all his tabs share it, so a form says for which one it was shown ({@code parts/csrf.jte}); in another it is refused.
 */
@ControllerAdvice(basePackageClasses = Stalls.class)
class Stalls {
    /** How long the desk may show a standing that has changed. */
    private static final Duration FRESHNESS = Duration.ofSeconds(3);

    private final Sellers sellers;
    private final Marketplaces marketplaces;
    private final LoadingCache<SellerId, Map<MarketplaceId, Standing>> presences;

    Stalls(Sellers sellers, Marketplaces marketplaces) {
        this.sellers = sellers;
        this.marketplaces = marketplaces;
        this.presences = Caffeine.newBuilder()
                .maximumSize(10_000)
                .expireAfterWrite(FRESHNESS)
                .build(sellers::presences);
    }

    @ModelAttribute
    Stall stall(
            SellerId seller,
            SignedIn user,
            Visitor visitor,
            HttpMethod method,
            @RequestParam(required = false) @Nullable String shownFor) {
        String here = visitor.marketplace().id().value();
        if (shownFor != null && !shownFor.equals(here) && !method.equals(HttpMethod.GET)) {
            throw new ShownElsewhere(shownFor, here);
        }
        Map<MarketplaceId, Standing> standings = presences.get(seller);
        Standing standing = standings.get(visitor.marketplace().id());
        if (standing == null) {
            throw new NotSellingHere(standings.keySet());
        }
        return new Stall(
                seller,
                sellers.get(seller).name(),
                visitor.marketplace(),
                standing,
                standing == Standing.ACTIVE
                        ? null
                        : why(seller, visitor.marketplace().id()),
                user.name());
    }

    private @Nullable String why(SellerId seller, MarketplaceId marketplace) {
        return sellers.standingChanges(seller, marketplace, null, 1).items().stream()
                .findFirst()
                .map(StandingChange::reason)
                .orElse(null);
    }

    @ExceptionHandler(ShownElsewhere.class)
    View switched() {
        return new ErrorPage(ErrorPage.Kind.OTHER_MARKETPLACE, 409);
    }

    @ExceptionHandler
    View elsewhere(NotSellingHere here) {
        return new NotSellingHerePage(marketplaces.all().stream()
                .filter(it -> here.elsewhere().contains(it.id()))
                .toList());
    }
}
