package org.openstall.listings;

import java.math.BigDecimal;
import java.sql.Array;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openstall.kernel.ProductId;
import org.openstall.kernel.Sku;
import org.openstall.kernel.Utc;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Brings staged rows into the offers, each step one statement over all of them. */
@Repository
class PublicationStore {
    /** From so many products on, they are told of. */
    private static final int STRETCH = 10_000;

    /** The condition that a publication that closes all others closes the offer {@code o}. */
    private static final String OTHERS = """
            o.seller_id = :seller
                       and o.marketplace_id = :marketplace
                       and o.open
                       and not exists (select
                                         from listings.staged_offer s
                                        where s.seller_id = :seller
                                          and s.file_id = :file
                                          and s.sku = o.sku)""";

    /**
     * Publishing, as its steps see it.
     *
     * @param staged what the rows are about
     * @param many whether its history is worth sorting into drawers
     * @param visible told of the products of offers that look different to buyers, some ten thousand at a time
     */
    record Act(Publication publication, Staged staged, Instant now, boolean many, Consumer<List<ProductId>> visible) {}

    private final JdbcClient db;

    PublicationStore(JdbcClient db) {
        this.db = db;
    }

    void analyze() {
        db.sql("analyze listings.offer (seller_id, marketplace_id, sku)").update();
    }

    /** In the order in which checkouts lock, so that nobody waits in a circle. */
    void lockAll(Publication publication) {
        db.sql("""
                select count(*)
                  from (select
                          from listings.offer
                         where seller_id = :seller
                           and marketplace_id = :marketplace
                         order by sku
                           for update) as locked
                """).paramSource(parameters(publication)).query(Long.class).single();
    }

    /**
     * The same for the offers that are named, all of which are looked at in passing. Says whether each of so many rows
     * is about an offer of its own and fits it, so that none has to be left out.
     */
    boolean lockNamed(Publication publication, long rows) {
        return db.sql("""
                select count(*) = :rows and count(distinct sku) = :rows and coalesce(bool_and(fits), true)
                  from (select o.sku, case when s.action = 'REMOVE' then null %s end is null as fits
                          from listings.staged_offer s
                          join listings.offer o
                            on o.seller_id = :seller
                           and o.marketplace_id = :marketplace
                           and o.sku = s.sku
                         where s.seller_id = :seller
                           and s.file_id = :file
                         order by o.sku
                           for update of o) as locked
                """.formatted(StagedOfferStore.MISFIT))
                .paramSource(parameters(publication).addValue("rows", rows))
                .query(Boolean.class)
                .single();
    }

    long wouldClose(Publication publication) {
        return db.sql("select count(*) from listings.offer o where %s".formatted(OTHERS))
                .paramSource(parameters(publication))
                .query(Long.class)
                .single();
    }

    int closeOthers(Act act) {
        return count(
                db.sql("""
                with closed as (
                    update listings.offer o
                       set open = false
                     where %s
                    returning o.sku, o.product_id, o.suppressions),
                worded as (
                    select sku, product_id, true as visible, array['status'] as fields,
                           array[case when suppressions = '{}' then 'active' else 'suppressed' end] as befores,
                           array['inactive'] as afters
                      from closed),
                %s
                """.formatted(OTHERS, HistoryStore.keep("worded", act.many())))
                        .paramSource(parameters(act)),
                act);
    }

    int remove(Act act) {
        return count(
                db.sql("""
                with removed as (
                    delete from listings.offer o
                     using listings.staged_offer s
                     where s.seller_id = :seller
                       and s.file_id = :file
                       and s.action = 'REMOVE'
                       and o.seller_id = :seller
                       and o.marketplace_id = :marketplace
                       and o.sku = s.sku
                    returning o.sku, o.product_id, o.active, o.quantity),
                worded as (
                    select sku, product_id, active as visible,
                           case when quantity > 0 then array['offer', 'quantity'] else array['offer'] end as fields,
                           case when quantity > 0 then array['listed', quantity::text] else array['listed'] end
                               as befores,
                           case when quantity > 0 then array['removed', '0'] else array['removed'] end as afters
                      from removed),
                %s
                """.formatted(HistoryStore.keep("worded", act.many()))).paramSource(parameters(act)), act);
    }

    /**
     * Writes the history of what {@link #edit} is about to change, in the same words as that of pages, and which products
     * it changes for buyers.
     */
    void remember(Act act, int fractionDigits) {
        List<StagedTerm> said = StagedTerm.saidBy(act.staged());
        if (said.isEmpty()) {
            return;
        }
        count(
                db.sql("""
                with changed as (
                    select o.sku, o.product_id, o.currency, o.price_minor,
                           coalesce(s.price_minor, o.price_minor) as new_price,
                           o.min_price_minor,
                           nullif(coalesce(s.min_price_minor, o.min_price_minor), 0) as new_min,
                           o.max_price_minor,
                           nullif(coalesce(s.max_price_minor, o.max_price_minor), 0) as new_max,
                           o.quantity, coalesce(s.quantity, o.quantity) as new_quantity,
                           o.handling_least, o.handling_most,
                           case when s.handling_most is null then o.handling_least else s.handling_least end
                               as new_least,
                           nullif(coalesce(s.handling_most, o.handling_most), -1) as new_most,
                           coalesce(o.note, '') as note, coalesce(s.note, o.note, '') as new_note,
                           o.gift_message, coalesce(s.gift_message, o.gift_message) as new_gift_message,
                           o.gift_wrap, coalesce(s.gift_wrap, o.gift_wrap) as new_gift_wrap,
                           o.shipping_template, coalesce(s.shipping_template, o.shipping_template) as new_template,
                           o.open, o.open or s.action = 'PUT' as new_open, o.suppressions = '{}' as free
                      from listings.staged_offer s
                      join listings.offer o
                        on o.seller_id = :seller
                       and o.marketplace_id = :marketplace
                       and o.sku = s.sku
                     where s.seller_id = :seller
                       and s.file_id = :file
                       and s.action <> 'REMOVE'),
                worded as (
                    select sku, product_id,
                           new_price <> price_minor or (new_quantity > 0) <> (quantity > 0) or new_open <> open
                               as visible,
                           %s as terms,
                           %s as befores,
                           %s as afters
                      from changed
                     where %s),
                %s
                """.formatted(
                                        numbered(said),
                                        where(said, StagedTerm::changes, StagedTerm::before),
                                        where(said, StagedTerm::changes, StagedTerm::after),
                                        said.stream().map(StagedTerm::changes).collect(Collectors.joining(" or ")),
                                        HistoryStore.keep("worded", "terms", names(said), act.many())))
                        .paramSource(parameters(act).addValue("unit", BigDecimal.ONE.movePointLeft(fractionDigits))),
                act);
    }

    /** One number for all terms that change, a bit for each: quicker to group by than their names. */
    private static String numbered(List<StagedTerm> terms) {
        return IntStream.range(0, terms.size())
                .mapToObj(it -> "case when %s then %d else 0 end"
                        .formatted(terms.get(it).changes(), 1 << it))
                .collect(Collectors.joining(" | "));
    }

    /** The names of the terms of such a number. */
    private static String names(List<StagedTerm> terms) {
        return where(terms, it -> "terms & %d <> 0".formatted(1 << terms.indexOf(it)), it -> "'" + it.field() + "'");
    }

    /** An array of something about each term of which something is true. */
    private static String where(
            List<StagedTerm> terms, Function<StagedTerm, String> condition, Function<StagedTerm, String> what) {
        return terms.stream()
                .map(it -> "case when %s then %s end".formatted(condition.apply(it), what.apply(it)))
                .collect(Collectors.joining(", ", "array_remove(array[", "], null)"));
    }

    /** Counts rows that say nothing, too. */
    int edit(Act act) {
        List<StagedTerm> said = StagedTerm.saidBy(act.staged());
        String changes = said.isEmpty()
                ? "open = o.open"
                : said.stream().map(StagedTerm::change).collect(Collectors.joining(", "));
        return db.sql("""
                update listings.offer o
                   set %s
                  from listings.staged_offer s
                 where s.seller_id = :seller
                   and s.file_id = :file
                   and s.action <> 'REMOVE'
                   and o.seller_id = :seller
                   and o.marketplace_id = :marketplace
                   and o.sku = s.sku
                """.formatted(changes)).paramSource(parameters(act)).update();
    }

    int list(Act act, Currency currency) {
        return count(
                db.sql("""
                with listed as (
                    insert into listings.offer
                           (seller_id, marketplace_id, sku, product_id, condition, note, price_minor, min_price_minor,
                            max_price_minor, currency, quantity, handling_least, handling_most, gift_message,
                            gift_wrap, shipping_template, open, suppressions, opened_at, reviewed_at, ranked)
                    select :seller, :marketplace, s.sku, s.product_id, s.condition, nullif(s.note, ''), s.price_minor,
                           nullif(s.min_price_minor, 0), nullif(s.max_price_minor, 0), :currency,
                           coalesce(s.quantity, 0), s.handling_least, nullif(s.handling_most, -1),
                           coalesce(s.gift_message, false), coalesce(s.gift_wrap, false),
                           s.shipping_template, true,
                           case when t.sku is null then array[]::text[] else array['OPERATOR'] end, :now, :now,
                           exists (select
                                     from listings.inventory
                                    where seller_id = :seller
                                      and marketplace_id = :marketplace
                                      and ranking_since is not null)
                      from listings.staged_offer s
                      left join listings.taken_off t
                        on t.seller_id = :seller
                       and t.marketplace_id = :marketplace
                       and t.sku = s.sku
                     where s.seller_id = :seller
                       and s.file_id = :file
                       and s.action = 'PUT'
                       and not exists (select
                                         from listings.offer o
                                        where o.seller_id = :seller
                                          and o.marketplace_id = :marketplace
                                          and o.sku = s.sku)
                     order by s.sku
                    returning sku, product_id, quantity),
                worded as (
                    select sku, product_id, true as visible,
                           case when quantity > 0 then array['offer', 'quantity'] else array['offer'] end as fields,
                           case when quantity > 0 then array['', '0'] else array[''] end as befores,
                           case when quantity > 0 then array['listed', quantity::text] else array['listed'] end
                               as afters
                      from listed),
                %s
                """.formatted(HistoryStore.keep("worded", act.many())))
                        .paramSource(parameters(act).addValue("currency", currency.getCurrencyCode())),
                act);
    }

    /** Offers that seem to have sold nothing, although their SKUs have: those that were removed and are listed again. */
    List<OfferKey> listedAgain(Publication publication) {
        return db.sql("""
                select distinct o.sku
                  from listings.staged_offer s
                  join listings.sales_day d
                    on d.seller_id = :seller
                   and d.marketplace_id = :marketplace
                   and d.sku = s.sku
                  join listings.offer o
                    on o.seller_id = :seller
                   and o.marketplace_id = :marketplace
                   and o.sku = s.sku
                   and o.sold_as_of is null
                 where s.seller_id = :seller
                   and s.file_id = :file
                   and s.action = 'PUT'
                 order by o.sku
                """)
                .paramSource(parameters(publication))
                .query((row, number) ->
                        new OfferKey(publication.seller(), publication.marketplace(), new Sku(row.getString("sku"))))
                .list();
    }

    /** Whether nothing is known yet of how many offers there are, as in a database that was just restored. */
    boolean isUncounted() {
        return db.sql("select reltuples < 0 from pg_class where oid = 'listings.offer'::regclass")
                .query(Boolean.class)
                .single();
    }

    /** Keeps the arrays of a drawer in memory, not those of all. */
    void groupBySorting() {
        db.sql("select set_config('enable_hashagg', 'off', true)")
                .query(String.class)
                .single();
    }

    /** How many offers a statement that ends with {@link HistoryStore#keep} has changed. */
    private static int count(JdbcClient.StatementSpec changes, Act act) {
        AtomicInteger offers = new AtomicInteger();
        List<ProductId> products = new ArrayList<>();
        changes.query(row -> {
            offers.addAndGet(row.getInt("offers"));
            Array changed = row.getArray("products");
            if (changed != null) {
                for (String product : (String[]) changed.getArray()) {
                    products.add(new ProductId(product));
                }
            }
            if (products.size() >= STRETCH) {
                act.visible().accept(List.copyOf(products));
                products.clear();
            }
        });
        if (!products.isEmpty()) {
            act.visible().accept(products);
        }
        return offers.get();
    }

    private static MapSqlParameterSource parameters(Publication publication) {
        UUID file = publication.file();
        return new MapSqlParameterSource()
                .addValue("seller", publication.seller().value())
                .addValue("file", file)
                .addValue("marketplace", publication.marketplace().value())
                .addValue("changedBy", publication.changedBy());
    }

    private static MapSqlParameterSource parameters(Act act) {
        return parameters(act.publication()).addValue("now", Utc.of(act.now()));
    }
}
