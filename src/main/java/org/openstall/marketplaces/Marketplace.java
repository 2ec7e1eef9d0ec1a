package org.openstall.marketplaces;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.Locale;
import org.openstall.kernel.MarketplaceId;

/** A country's market: one currency, one time zone that decides what a day is, one language its people expect. */
public record Marketplace(
        MarketplaceId id, String country, String domain, Currency currency, ZoneId zone, Locale language) {

    public LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** The last microsecond of the local day, which is as fine as instants are stored. */
    public Instant endOf(LocalDate day) {
        return startOf(day.plusDays(1)).minus(1, ChronoUnit.MICROS);
    }
}
