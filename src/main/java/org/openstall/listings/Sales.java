package org.openstall.listings;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.SellerId;
import org.openstall.marketplaces.Marketplace;
import org.openstall.marketplaces.Marketplaces;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts how many units of each offer are sold a day. What {@link Offers#take} takes is counted with it; whoever
 * places, records or cancels orders calls once for each, in the transaction in which it happens.
 */
@Service
public class Sales {
    private static final int STRETCH = 1_000;

    private final SalesStore store;
    private final OfferStore offers;
    private final Marketplaces marketplaces;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Sales(
            SalesStore store,
            OfferStore offers,
            Marketplaces marketplaces,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.offers = offers;
        this.marketplaces = marketplaces;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Takes the units of a cancelled order out of the day on which they were ordered. */
    @Transactional
    public void cancel(Sale sale) {
        store.cancel(sale.offer(), sale.units(), day(sale));
    }

    /** Adds orders of the past, be there an offer of that SKU or not. */
    @Transactional
    public void record(List<Sale> sales) {
        Map<OfferKey, Map<LocalDate, Integer>> days = new TreeMap<>();
        sales.forEach(it ->
                days.computeIfAbsent(it.offer(), key -> new TreeMap<>()).merge(day(it), it.units(), Integer::sum));
        store.add(days);
        sales.stream()
                .filter(this::isRecent)
                .map(Sale::offer)
                .distinct()
                .sorted()
                .collect(Collectors.groupingBy(OfferKey::marketplace))
                .forEach((marketplace, keys) -> {
                    keys.forEach(offers::lock);
                    store.countAnew(keys, today(marketplace));
                });
    }

    /** For offers that are listed: what their SKUs have sold before counts. */
    void countAnew(MarketplaceId marketplace, List<OfferKey> keys) {
        store.countAnew(keys, today(marketplace));
    }

    private boolean isRecent(Sale sale) {
        return day(sale).isAfter(today(sale.offer().marketplace()).minusDays(SalesStore.MONTH));
    }

    private LocalDate today(MarketplaceId marketplace) {
        return marketplaces.get(marketplace).dayOf(clock.instant());
    }

    private LocalDate day(Sale sale) {
        return marketplaces.get(sale.offer().marketplace()).dayOf(sale.at());
    }

    /** All that a seller has sold, by SKU and local day; days of which all was cancelled are left out. */
    public Map<SalesDay, Integer> byDay(SellerId seller, MarketplaceId marketplace) {
        return store.byDay(seller, marketplace);
    }

    /** For a stretch of the offers for which a new day has begun; says whether there may be more. */
    private boolean age(Marketplace marketplace) {
        LocalDate today = today(marketplace.id());
        return transaction.execute(status -> {
            List<OfferKey> aged = store.lockAged(marketplace.id(), today, STRETCH);
            store.countAnew(aged, today);
            return aged.size() == STRETCH;
        });
    }

    /** Lets go of the days that have left the windows of 7 and 30 days, for every offer. */
    public void ageAll() {
        for (Marketplace marketplace : marketplaces.all()) {
            boolean more = true;
            while (more) {
                more = age(marketplace);
            }
        }
    }
}
