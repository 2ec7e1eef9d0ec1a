-- Every order of a large inventory begins with what its filters ask for, so that no page is looked for among offers that
-- it does not show: 0 for closed, else the sum of 1, 2 if active, 4 if in stock, 8 if it sells (StockState).
create function listings.stock_state(open boolean, active boolean, quantity integer, pace integer) returns smallint
    language sql immutable parallel safe
    return case when not open then 0
                else 1 + case when active then 2 else 0 end
                       + case when quantity > 0 then 4 else 0 end
                       + case when pace > 0 then 8 else 0 end
           end::smallint;

drop index listings.ranking_by_cover;
drop index listings.ranking_by_pace;
drop index listings.ranking_by_quantity;
drop index listings.ranking_by_price;
drop index listings.ranking_by_review;
drop index listings.ranking_out_of_sight;
drop index listings.ranking_suppressed;
drop statistics listings.ranking_states;

alter table listings.ranking
    add column state smallint not null
        generated always as (listings.stock_state(open, active, quantity, pace)) stored;

-- The last column tells what is to be reviewed, without a look at the row.
create index ranking_by_sku on listings.ranking (seller_id, marketplace_id, state, sku, reviewed_at);
create index ranking_by_quantity on listings.ranking (seller_id, marketplace_id, state, quantity, sku, reviewed_at);
create index ranking_by_price on listings.ranking (seller_id, marketplace_id, state, price_minor, sku, reviewed_at);
create index ranking_by_review on listings.ranking (seller_id, marketplace_id, state, reviewed_at, sku);
create index ranking_by_pace on listings.ranking (seller_id, marketplace_id, state, pace, sku, reviewed_at)
    where state >= 9;
-- What runs low is collected from it, whatever it is sorted by.
create index ranking_by_cover on listings.ranking (seller_id, marketplace_id, state, cover, sku, reviewed_at)
    include (quantity, price_minor, sold_week, sold_month, pace)
    where state >= 9;
analyze listings.ranking;

-- A file of many offers is not held up by their rankings: the last one that they have yet to follow.
alter table listings.inventory add column unranked_file uuid;
create index inventory_to_rank on listings.inventory (seller_id, marketplace_id) where unranked_file is not null;
