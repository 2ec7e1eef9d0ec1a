package org.openstall.listings;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.ProductId;
import org.openstall.kernel.Sku;
import org.openstall.kernel.Utc;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Brings staged rows into the offers, each step one statement over all of them. */
@Repository
class PublicationStore {
    /** How many products one event tells of. */
    private static final int STRETCH = 1_000;

    private final JdbcClient db;

    PublicationStore(JdbcClient db) {
        this.db = db;
    }

    void analyze() {
        db.sql("analyze listings.offer (seller_id, marketplace_id, sku)").update();
    }

    /** In the order in which checkouts lock, so that nobody waits in a circle. */
    void lockOffers(Publication publication) {
        db.sql("""
                select count(*)
                  from (select o.sku
                          from listings.offer o
                         where o.seller_id = :seller
                           and o.marketplace_id = :marketplace
                %s
                         order by o.sku
                           for update of o) as locked
                """.formatted(reached(publication)))
                .paramSource(parameters(publication))
                .query(Long.class)
                .single();
    }

    int closeOthers(Publication publication, Instant now) {
        return db.sql("""
                with closed as (
                    update listings.offer o
                       set open = false
                     where o.seller_id = :seller
                       and o.marketplace_id = :marketplace
                       and o.open
                       and not exists (select
                                         from listings.staged_offer s
                                        where s.seller_id = :seller
                                          and s.file_id = :file
                                          and s.sku = o.sku)
                    returning o.sku, o.product_id, o.suppressions),
                %s,
                worded as (
                    select sku, array['status'] as fields,
                           array[case when suppressions = '{}' then 'active' else 'suppressed' end] as befores,
                           array['inactive'] as afters
                      from closed),
                kept as (
                %s)
                select count(*)
                  from closed
                """.formatted(told("closed", "closed"), HistoryStore.keep("worded")))
                .paramSource(parameters(publication).addValue("now", Utc.of(now)))
                .query(Integer.class)
                .single();
    }

    int remove(Publication publication, Instant now) {
        return db.sql("""
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
                %s,
                worded as (
                    select sku,
                           case when quantity > 0 then array['offer', 'quantity'] else array['offer'] end as fields,
                           case when quantity > 0 then array['listed', quantity::text] else array['listed'] end
                               as befores,
                           case when quantity > 0 then array['removed', '0'] else array['removed'] end as afters
                      from removed),
                kept as (
                %s)
                select count(*)
                  from removed
                """.formatted(told("removed", "removed where active"), HistoryStore.keep("worded")))
                .paramSource(parameters(publication).addValue("now", Utc.of(now)))
                .query(Integer.class)
                .single();
    }

    /**
     * Writes the history of what {@link #edit} is about to change, in the same words as that of pages, and which products
     * it changes for buyers.
     */
    void remember(Publication publication, int fractionDigits, Instant now) {
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
                           array_remove(array[
                               case when new_price <> price_minor then 'price' end,
                               case when new_min is distinct from min_price_minor then 'minimum' end,
                               case when new_max is distinct from max_price_minor then 'maximum' end,
                               case when new_quantity <> quantity then 'quantity' end,
                               case when (new_least, new_most) is distinct from (handling_least, handling_most)
                                    then 'handling' end,
                               case when new_note <> note then 'note' end,
                               case when new_gift_message <> gift_message then 'gift-message' end,
                               case when new_gift_wrap <> gift_wrap then 'gift-wrap' end,
                               case when new_template is distinct from shipping_template then 'shipping' end,
                               case when new_open <> open then 'status' end], null) as fields,
                           array_remove(array[
                               case when new_price <> price_minor then currency || ' ' || price_minor * :unit end,
                               case when new_min is distinct from min_price_minor
                                    then coalesce(currency || ' ' || min_price_minor * :unit, '') end,
                               case when new_max is distinct from max_price_minor
                                    then coalesce(currency || ' ' || max_price_minor * :unit, '') end,
                               case when new_quantity <> quantity then quantity::text end,
                               case when (new_least, new_most) is distinct from (handling_least, handling_most)
                                    then concat_ws('–', nullif(handling_least, handling_most), handling_most) end,
                               case when new_note <> note then note end,
                               case when new_gift_message <> gift_message then gift_message::text end,
                               case when new_gift_wrap <> gift_wrap then gift_wrap::text end,
                               case when new_template is distinct from shipping_template
                                    then coalesce(shipping_template::text, '') end,
                               case when new_open <> open then 'inactive' end], null) as befores,
                           array_remove(array[
                               case when new_price <> price_minor then currency || ' ' || new_price * :unit end,
                               case when new_min is distinct from min_price_minor
                                    then coalesce(currency || ' ' || new_min * :unit, '') end,
                               case when new_max is distinct from max_price_minor
                                    then coalesce(currency || ' ' || new_max * :unit, '') end,
                               case when new_quantity <> quantity then new_quantity::text end,
                               case when (new_least, new_most) is distinct from (handling_least, handling_most)
                                    then concat_ws('–', nullif(new_least, new_most), new_most) end,
                               case when new_note <> note then new_note end,
                               case when new_gift_message <> gift_message then new_gift_message::text end,
                               case when new_gift_wrap <> gift_wrap then new_gift_wrap::text end,
                               case when new_template is distinct from shipping_template
                                    then new_template::text end,
                               case when new_open <> open
                                    then case when free then 'active' else 'suppressed' end end], null) as afters
                      from changed),
                %s
                %s
                """.formatted(told("changed", "worded where visible"), HistoryStore.keep("worded")))
                .paramSource(parameters(publication)
                        .addValue("unit", BigDecimal.ONE.movePointLeft(fractionDigits))
                        .addValue("now", Utc.of(now)))
                .update();
    }

    int edit(Publication publication, Instant now) {
        return db.sql("""
                update listings.offer o
                   set note = nullif(coalesce(s.note, o.note), ''),
                       price_minor = coalesce(s.price_minor, o.price_minor),
                       min_price_minor = nullif(coalesce(s.min_price_minor, o.min_price_minor), 0),
                       max_price_minor = nullif(coalesce(s.max_price_minor, o.max_price_minor), 0),
                       quantity = coalesce(s.quantity, o.quantity),
                       handling_least = case when s.handling_most is null then o.handling_least
                                             else s.handling_least end,
                       handling_most = nullif(coalesce(s.handling_most, o.handling_most), -1),
                       gift_message = coalesce(s.gift_message, o.gift_message),
                       gift_wrap = coalesce(s.gift_wrap, o.gift_wrap),
                       shipping_template = coalesce(s.shipping_template, o.shipping_template),
                       open = o.open or s.action = 'PUT',
                       reviewed_at = case when s.quantity is null then o.reviewed_at else :now end
                  from listings.staged_offer s
                 where s.seller_id = :seller
                   and s.file_id = :file
                   and s.action <> 'REMOVE'
                   and o.seller_id = :seller
                   and o.marketplace_id = :marketplace
                   and o.sku = s.sku
                """)
                .paramSource(parameters(publication).addValue("now", Utc.of(now)))
                .update();
    }

    int list(Publication publication, Currency currency, Instant now) {
        return db.sql("""
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
                %s,
                worded as (
                    select sku,
                           case when quantity > 0 then array['offer', 'quantity'] else array['offer'] end as fields,
                           case when quantity > 0 then array['', '0'] else array[''] end as befores,
                           case when quantity > 0 then array['listed', quantity::text] else array['listed'] end
                               as afters
                      from listed),
                kept as (
                %s)
                select count(*)
                  from listed
                """.formatted(told("listed", "listed"), HistoryStore.keep("worded")))
                .paramSource(parameters(publication)
                        .addValue("currency", currency.getCurrencyCode())
                        .addValue("now", Utc.of(now)))
                .query(Integer.class)
                .single();
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

    /** Whether the trigger that ranks offers one by one leaves those of this transaction to {@link #rank}. */
    void rankLater(boolean later) {
        db.sql("select set_config('openstall.ranks_later', :later, true)")
                .param("later", Boolean.toString(later))
                .query(String.class)
                .single();
    }

    /** Ranks what has changed, if the inventory is a ranked one. */
    void rank(Publication publication) {
        db.sql("""
                insert into listings.ranking as r
                       (seller_id, marketplace_id, sku, product_id, open, active, quantity, price_minor, reviewed_at,
                        sold_as_of, sold_week, sold_month, pace, cover)
                select o.seller_id, o.marketplace_id, o.sku, o.product_id, o.open, o.active, o.quantity, o.price_minor,
                       o.reviewed_at, o.sold_as_of, o.sold_week, o.sold_month, o.pace, o.cover
                  from listings.offer o
                 where exists (select
                                 from listings.inventory
                                where seller_id = :seller
                                  and marketplace_id = :marketplace
                                  and ranking_since is not null)
                   and o.seller_id = :seller
                   and o.marketplace_id = :marketplace
                   and o.ranked
                %s
                    on conflict (seller_id, marketplace_id, sku) do update
                   set product_id = excluded.product_id,
                       open = excluded.open,
                       active = excluded.active,
                       quantity = excluded.quantity,
                       price_minor = excluded.price_minor,
                       reviewed_at = excluded.reviewed_at,
                       cover = excluded.cover
                 where (r.product_id, r.open, r.active, r.quantity, r.price_minor, r.reviewed_at)
                       is distinct from
                       (excluded.product_id, excluded.open, excluded.active, excluded.quantity, excluded.price_minor, excluded.reviewed_at)
                """.formatted(reached(publication)))
                .paramSource(parameters(publication))
                .update();
        rankLater(false);
    }

    /**
     * The condition that a publication reaches the offer {@code o}. Said for each kind apart: an "or" would have each of
     * the seller's offers look for itself among the staged rows.
     */
    private static String reached(Publication publication) {
        return publication.closesOthers() ? "" : """
                           and o.sku in (select s.sku
                                           from listings.staged_offer s
                                          where s.seller_id = :seller
                                            and s.file_id = :file)
                """;
    }

    /** Products of one marketplace that nobody has been told of. */
    record Untold(MarketplaceId marketplace, List<ProductId> products) {}

    /** Takes a stretch away, if there is one that nobody else is telling. */
    Optional<Untold> takeUntold() {
        return db.sql("""
                with next as (
                    select seller_id, file_id, part, stretch
                      from listings.untold_stretch
                     limit 1
                       for update skip locked)
                delete from listings.untold_stretch u
                 using next
                 where u.seller_id = next.seller_id
                   and u.file_id = next.file_id
                   and u.part = next.part
                   and u.stretch = next.stretch
                returning u.marketplace_id, u.products
                """)
                .query((row, number) -> new Untold(
                        new MarketplaceId(row.getString("marketplace_id")),
                        Arrays.stream((String[]) row.getArray("products").getArray())
                                .map(ProductId::new)
                                .toList()))
                .optional();
    }

    /** The part of a statement that keeps the products of some of its rows for {@link #takeUntold}. */
    private static String told(String part, String rows) {
        return """
                numbered as (
                    select product_id, (row_number() over () - 1) / :stretch as stretch
                      from %s
                     group by product_id),
                told as (
                    insert into listings.untold_stretch
                           (seller_id, file_id, part, stretch, marketplace_id, products)
                    select :seller, :file::uuid, '%s', stretch, :marketplace, array_agg(product_id)
                      from numbered
                     group by stretch)
                """.formatted(rows, part);
    }

    private static MapSqlParameterSource parameters(Publication publication) {
        UUID file = publication.file();
        return new MapSqlParameterSource()
                .addValue("seller", publication.seller().value())
                .addValue("file", file)
                .addValue("marketplace", publication.marketplace().value())
                .addValue("changedBy", publication.changedBy())
                .addValue("stretch", STRETCH);
    }
}
