package org.openstall.listings;

import java.time.Clock;
import java.util.Currency;
import java.util.List;
import java.util.function.Consumer;
import org.openstall.kernel.LostRace;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.sellers.Sellers;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes many offers at once: their rows are staged first, in as many steps as it takes, and then appear in one
 * transaction. Buyers who look meanwhile see all offers as they were, then all as they are.
 */
@Service
public class Publications {
    /** From here on the planner should know how many rows there are, and their history is sorted into 256 drawers. */
    private static final int MANY = 256;

    /** From here on what is listed changes what the planner should know of all offers. */
    private static final int VERY_MANY = 5_000;

    /** From here on rankings, which take a second for as many, follow later; see {@link Rankings}. */
    private static final int MANY_TO_RANK = 5_000;

    private final StagedOfferStore staging;
    private final PublicationStore store;
    private final RankingStore rankings;
    private final Marketplaces marketplaces;
    private final Sellers sellers;
    private final Sales sales;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Publications(
            StagedOfferStore staging,
            PublicationStore store,
            RankingStore rankings,
            Marketplaces marketplaces,
            Sellers sellers,
            Sales sales,
            ApplicationEventPublisher events,
            Clock clock) {
        this.staging = staging;
        this.store = store;
        this.rankings = rankings;
        this.marketplaces = marketplaces;
        this.sellers = sellers;
        this.sales = sales;
        this.events = events;
        this.clock = clock;
    }

    /** Adds rows to what a publication will do; records are numbered once. */
    public Staged stage(Publication publication, List<StagedRow> rows) {
        Staged staged = Staged.of(rows);
        staging.stage(publication, rows, staged.said());
        return staged;
    }

    /** How many open offers a publication that closes all others would close, going by what is staged. */
    public long wouldClose(Publication publication) {
        return store.wouldClose(publication);
    }

    /** Forgets what is staged, be it left over or done with. */
    public void clear(Publication publication) {
        staging.clear(publication);
    }

    /**
     * Lets the database see how much there is, without which it may choose ways that take minutes for what takes
     * seconds. Call it before the transaction that publishes: it would keep others from doing the same until its end.
     */
    public void prepare(Staged staged) {
        if (staged.rows() > MANY) {
            staging.analyze();
            if (store.isUncounted()) {
                store.analyze();
            }
        }
    }

    /** The same for what comes after a publication that has listed many. */
    public void settle(Published published) {
        if (published.listed() > VERY_MANY) {
            store.analyze();
        }
    }

    /**
     * Publishes what is staged, all in the caller's transaction or one of its own. Of several rows about one SKU the
     * last counts. A row that does not fit its offer is refused and keeps no other from being published. What is closed
     * is counted only here, for good: offers may have been listed since {@link #wouldClose}. A caller who finds it too
     * many rolls back.
     *
     * @param staged what {@link #stage} has told of all rows
     * @param refused told of each row that is not published
     * @throws LostRace if not all staged rows are there any more, or the seller may not sell any more: then nothing is
     *     published, and it is to be begun again
     */
    @Transactional
    public Published publish(Publication publication, Staged staged, Consumer<RefusedRow> refused) {
        // Whoever stops the seller now waits for the end of this, and then finds what it has listed.
        if (!sellers.sells(publication.seller(), publication.marketplace())) {
            throw new LostRace("Seller " + publication.seller() + " may not sell any more");
        }
        store.groupBySorting();
        boolean rankedLater = staged.rows() > MANY_TO_RANK || publication.closesOthers();
        rankings.rankLater(rankedLater);
        boolean allFit = lock(publication, staged);
        if (!allFit && staging.staged(publication) != staged.rows()) {
            throw new LostRace("The staged rows of file " + publication.file() + " are gone");
        }
        // From here on nobody else changes these offers, so nothing in their history is later.
        PublicationStore.Act act = new PublicationStore.Act(
                publication,
                staged,
                clock.instant(),
                staged.rows() > MANY || publication.closesOthers(),
                products -> events.publishEvent(new OffersChanged(publication.marketplace(), products)));
        int closed = publication.closesOthers() ? closeOthers(act) : 0;
        if (!allFit) {
            staging.refuse(publication, refused);
            staging.dropSuperseded(publication, refused);
        }
        Currency currency = marketplaces.get(publication.marketplace()).currency();
        int removed = staged.has(StagedRow.Action.REMOVE) ? store.remove(act) : 0;
        store.remember(act, currency.getDefaultFractionDigits());
        int edited = store.edit(act);
        int listed = !allFit && staged.has(StagedRow.Action.PUT) ? store.list(act, currency) : 0;
        if (listed > 0) {
            sales.countAnew(publication.marketplace(), store.listedAgain(publication));
        }
        if (rankedLater) {
            rankings.rankLater(false);
            rankings.fallBehind(
                    new RankingStore.Ranking(publication.seller(), publication.marketplace()), publication.file());
        }
        return new Published(edited, listed, removed, closed);
    }

    /** Whether it is known already that no row has to be left out. */
    private boolean lock(Publication publication, Staged staged) {
        if (publication.closesOthers()) {
            store.lockAll(publication);
            return false;
        }
        return store.lockNamed(publication, staged.rows());
    }

    /** Before any row is refused: a row that does not fit its offer names it all the same. */
    private int closeOthers(PublicationStore.Act act) {
        int closed = store.closeOthers(act);
        staging.dropKept(act.publication());
        return closed;
    }
}
