package org.openstall.operatordesk;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openstall.health.AccountHealth;
import org.openstall.health.Health;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.SellerId;
import org.openstall.sellers.Sellers;
import org.openstall.sellers.Standing;
import org.springframework.stereotype.Component;

/** Everyone who sells in a marketplace, with how he does. */
@Component
class SellerRoster {
    private final Sellers sellers;
    private final Health health;

    SellerRoster(Sellers sellers, Health health) {
        this.sellers = sellers;
        this.health = health;
    }

    List<SellerRow> of(Moment moment) {
        MarketplaceId place = moment.place().id();
        List<AccountHealth> told = moment.isNow() ? health.ofAll(place) : health.ofAll(place, moment.instant());
        Map<SellerId, AccountHealth> known =
                told.stream().collect(Collectors.toMap(AccountHealth::seller, Function.identity()));
        Map<SellerId, Standing> standings = sellers.standings(place);
        return sellers.in(place).stream()
                .map(it -> new SellerRow(
                        it,
                        standings.getOrDefault(it.id(), Standing.ACTIVE),
                        known.getOrDefault(it.id(), new AccountHealth(it.id(), place, moment.instant(), List.of()))))
                .toList();
    }
}
