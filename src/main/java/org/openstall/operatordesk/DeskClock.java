package org.openstall.operatordesk;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.openstall.health.Health;
import org.openstall.marketplaces.Marketplace;
import org.springframework.stereotype.Component;

/** Makes sense of the day that an address asks for. */
@Component
class DeskClock {
    /** After so many days without an order the marketplace is a history that was imported. */
    private static final int SILENCE = 14;

    private final Health health;
    private final Clock clock;

    DeskClock(Health health, Clock clock) {
        this.health = health;
        this.clock = clock;
    }

    /** @param asOf the day asked for; none, today, what is yet to come and days before any order are now */
    Moment of(Marketplace place, @Nullable LocalDate asOf) {
        Instant now = clock.instant();
        LocalDate today = place.dayOf(now);
        if (asOf != null && asOf.isBefore(today) && asOf.isAfter(LocalDate.EPOCH)) {
            return new Moment(place, place.endOf(asOf), asOf, asOf, null);
        }
        LocalDate last = health.lastOrderDay(place.id())
                .filter(it -> it.isBefore(today.minusDays(SILENCE)))
                .orElse(null);
        return new Moment(place, now, today, null, last);
    }
}
