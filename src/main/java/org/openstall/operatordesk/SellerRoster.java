package org.openstall.operatordesk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openstall.health.AccountHealth;
import org.openstall.health.Health;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.SellerId;
import org.openstall.sellers.Sellers;
import org.openstall.sellers.Standing;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Everyone who sells in a marketplace, with how he does. Whoever sorts, filters and turns pages reads the same list
 * again and again, so it is kept for a few seconds, that of a past day for longer.
 */
@Component
class SellerRoster {
    private static final Duration PAST_AGE = Duration.ofMinutes(1);

    private final Sellers sellers;
    private final Health health;
    private final Duration age;
    private final Cache<Key, List<SellerRow>> known;

    SellerRoster(Sellers sellers, Health health, @Value("${openstall.seller-list-age:5s}") Duration age) {
        this.sellers = sellers;
        this.health = health;
        this.age = age;
        this.known = Caffeine.newBuilder()
                .maximumSize(20)
                .expireAfter(Expiry.<Key, List<SellerRow>>writing((key, rows) -> age(key.past() == null)))
                .build();
    }

    private record Key(MarketplaceId marketplace, @Nullable LocalDate past) {}

    /** How old the list may be: whether now is meant, or a past day. */
    Duration age(boolean now) {
        return now || age.isZero() ? age : PAST_AGE;
    }

    List<SellerRow> of(Moment moment) {
        return known.get(new Key(moment.place().id(), moment.past()), key -> read(moment));
    }

    private List<SellerRow> read(Moment moment) {
        MarketplaceId place = moment.place().id();
        List<AccountHealth> told = moment.isNow() ? health.ofAll(place) : health.ofAll(place, moment.instant());
        Map<SellerId, AccountHealth> known =
                told.stream().collect(Collectors.toMap(AccountHealth::seller, Function.identity()));
        Map<SellerId, Standing> standings = sellers.standings(place);
        return sellers.in(place).stream()
                .map(it -> SellerRow.of(
                        it,
                        standings.getOrDefault(it.id(), Standing.ACTIVE),
                        known.getOrDefault(it.id(), new AccountHealth(it.id(), place, moment.instant(), List.of()))))
                .toList();
    }
}
