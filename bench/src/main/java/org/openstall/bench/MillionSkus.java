package org.openstall.bench;

import java.sql.SQLException;

/** Fills the inventories of sellers with a million offers of all kinds, if they are not there yet. */
final class MillionSkus {
    /** One in five sells, one in eleven is closed, one in a thousand taken off, one in 23 sold out; none older than three days. */
    private static final String MIXED = """
            select i,
                   'B0Y' || lpad((i::bigint * 7919 % 1000003)::text, 7, '0') as product,
                   500 + i::bigint * 7919 % 20000 as price,
                   case when i % 23 = 0 then 0 else i::bigint * 104729 % 500 end as quantity,
                   i % 11 <> 0 as open,
                   i % 997 = 0 as taken_off,
                   case when i % 5 = 0 then 1 + i % 31 else 0 end as sold,
                   i % 4000 as reviewed
              from generate_series(0, 999999) as i
            """;

    /**
     * The dearer the later; the last of the open ones are sold out, those before them running low, and before those the
     * ones that sell have more in stock the later they come; the last tenth is to be reviewed, the very last are closed.
     */
    private static final String SORTED = """
            select i,
                   'B0W' || lpad(i::text, 7, '0') as product,
                   500 + i / 50 as price,
                   case when i >= 880000 then 0 when i >= 860000 then 1 + i % 5 else 1000 + i end as quantity,
                   i < 900000 as open,
                   i between 899000 and 899999 as taken_off,
                   case when i between 700000 and 889999 then 1 + i / 40000 else 0 end as sold,
                   case when i >= 800000 then 3000 else 60 end as reviewed
              from generate_series(0, 999999) as i
            """;

    private MillionSkus() {}

    static void fill(Market market, Stock stock) throws SQLException {
        market.run("set synchronous_commit = off");
        market.run("""
                insert into sellers.seller (seller_id, name, place, since)
                values ('%1$s', 'A Million SKUs', 'Reno', now() - interval '2 years')
                on conflict do nothing;

                insert into sellers.presence (seller_id, marketplace_id, standing, since)
                values ('%1$s', '%2$s', 'ACTIVE', now() - interval '2 years')
                on conflict do nothing;

                create temporary table made as
                %4$s;

                insert into listings.offer
                       (seller_id, marketplace_id, sku, product_id, condition, price_minor, currency, quantity, open,
                        opened_at, reviewed_at, sold_as_of, sold_week, sold_month, suppressions, ranked)
                select '%1$s', marketplace_id, '%3$s-' || lpad(i::text, 7, '0'), product, 'NEW', price, 'USD', quantity,
                       open, now() - interval '200 days', now() - interval '1 minute' * reviewed,
                       case when sold > 0 then (now() at time zone zone)::date end, sold, sold,
                       case when taken_off then array['OPERATOR'] else '{}' end, true
                  from made, marketplaces.marketplace
                 where marketplace_id = '%2$s'
                 order by i
                    on conflict do nothing;

                insert into listings.inventory (seller_id, marketplace_id, ranking_since, ranked)
                values ('%1$s', '%2$s', now() - interval '1 day', true)
                on conflict do nothing;

                drop table made
                """.formatted(
                        stock.seller(), Market.MARKETPLACE, stock.prefix(), stock == Stock.SORTED ? SORTED : MIXED));
        market.run("reset synchronous_commit");
        market.run("vacuum analyze listings.offer");
        market.run("vacuum analyze listings.ranking");
        market.user(stock.email(), stock.seller());
    }
}
