package org.openstall.operatordesk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.SellerId;
import org.openstall.marketplaces.Marketplace;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.pages.Visitor;
import org.openstall.sellers.Sellers;
import org.openstall.sellers.Standing;
import org.springframework.stereotype.Component;

/** Where a seller sells, and which of that a page is about. */
@Component
class SellerPlaces {
    private final Sellers sellers;
    private final Marketplaces marketplaces;

    SellerPlaces(Sellers sellers, Marketplaces marketplaces) {
        this.sellers = sellers;
        this.marketplaces = marketplaces;
    }

    /** In the order in which marketplaces are shown everywhere. */
    Map<Marketplace, Standing> standings(SellerId seller) {
        Map<MarketplaceId, Standing> found = sellers.presences(seller);
        Map<Marketplace, Standing> standings = new LinkedHashMap<>();
        for (Marketplace place : marketplaces.all()) {
            Standing standing = found.get(place.id());
            if (standing != null) {
                standings.put(place, standing);
            }
        }
        return standings;
    }

    /** The marketplace asked for, or the visitor's, as long as the seller sells there; otherwise one where he does. */
    static Marketplace place(Map<Marketplace, Standing> standings, @Nullable MarketplaceId wanted, Visitor visitor) {
        MarketplaceId id = wanted == null ? visitor.marketplace().id() : wanted;
        List<Marketplace> places = List.copyOf(standings.keySet());
        return places.stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .or(() -> places.stream().findFirst())
                .orElse(visitor.marketplace());
    }

    Marketplace place(SellerId seller, @Nullable MarketplaceId wanted, Visitor visitor) {
        return place(standings(seller), wanted, visitor);
    }
}
