-- By what large inventories are sorted and filtered, apart from their offers: a sale or an edit changes what is here, and
-- an offer that no index follows in it is written in place. Kept by the offers themselves, as there are many ways to
-- change one.
create table listings.ranking (
    seller_id text not null,
    marketplace_id text not null,
    sku text collate "C" not null,
    product_id text collate "C" not null,
    open boolean not null,
    active boolean not null,
    quantity integer not null,
    price_minor bigint not null,
    reviewed_at timestamptz not null,
    sold_as_of date,
    sold_week integer not null,
    sold_month integer not null,
    pace integer not null,
    cover integer,
    primary key (seller_id, marketplace_id, sku)
) with (fillfactor = 80);
comment on table listings.ranking is 'home: seller_id';

insert into listings.ranking
       (seller_id, marketplace_id, sku, product_id, open, active, quantity, price_minor, reviewed_at, sold_as_of,
        sold_week, sold_month, pace, cover)
select seller_id, marketplace_id, sku, product_id, open, active, quantity, price_minor, reviewed_at, sold_as_of,
       sold_week, sold_month, pace, cover
  from listings.offer
 where ranked;

create index ranking_by_cover on listings.ranking (seller_id, marketplace_id, cover, sku) where open and pace > 0;
create index ranking_by_pace on listings.ranking (seller_id, marketplace_id, pace, sku) where open and pace > 0;
create index ranking_by_quantity on listings.ranking (seller_id, marketplace_id, quantity, sku);
create index ranking_by_price on listings.ranking (seller_id, marketplace_id, price_minor, sku);
create index ranking_by_review on listings.ranking (seller_id, marketplace_id, reviewed_at, sku);
create index ranking_by_product on listings.ranking (seller_id, marketplace_id, product_id);
create index ranking_out_of_sight on listings.ranking (seller_id, marketplace_id, sku) where not active;
-- Few of a million offers are suppressed, and no order of all leads to them.
create index ranking_suppressed on listings.ranking (seller_id, marketplace_id, sku) where open and not active;
create statistics listings.ranking_states (mcv) on open, active from listings.ranking;

create function listings.rank_offer() returns trigger language plpgsql as $$
begin
    -- Not asked before the call, where each statement would have to read the question, ranked or not. A publication ranks
    -- all its offers at once, in its end.
    if tg_op <> 'DELETE' and current_setting('openstall.ranks_later', true) = 'true' then
        return null;
    elsif tg_op = 'UPDATE'
       and (old.ranked, old.product_id, old.open, old.active, old.quantity, old.price_minor, old.reviewed_at,
            old.sold_as_of, old.sold_week, old.sold_month)
           is not distinct from
           (new.ranked, new.product_id, new.open, new.active, new.quantity, new.price_minor, new.reviewed_at,
            new.sold_as_of, new.sold_week, new.sold_month)
    then
        return null;
    elsif tg_op = 'DELETE' then
        delete from listings.ranking
         where seller_id = old.seller_id
           and marketplace_id = old.marketplace_id
           and sku = old.sku;
    else
        insert into listings.ranking
               (seller_id, marketplace_id, sku, product_id, open, active, quantity, price_minor, reviewed_at,
                sold_as_of, sold_week, sold_month, pace, cover)
        values (new.seller_id, new.marketplace_id, new.sku, new.product_id, new.open, new.active, new.quantity,
                new.price_minor, new.reviewed_at, new.sold_as_of, new.sold_week, new.sold_month, new.pace, new.cover)
            on conflict (seller_id, marketplace_id, sku) do update
           set product_id = excluded.product_id,
               open = excluded.open,
               active = excluded.active,
               quantity = excluded.quantity,
               price_minor = excluded.price_minor,
               reviewed_at = excluded.reviewed_at,
               sold_as_of = excluded.sold_as_of,
               sold_week = excluded.sold_week,
               sold_month = excluded.sold_month,
               pace = excluded.pace,
               cover = excluded.cover;
    end if;
    return null;
end
$$;
create trigger offer_listed after insert on listings.offer
   for each row when (new.ranked) execute function listings.rank_offer();
create trigger offer_changed after update on listings.offer
   for each row when (new.ranked) execute function listings.rank_offer();
create trigger offer_removed after delete on listings.offer
   for each row when (old.ranked) execute function listings.rank_offer();

drop index listings.offer_by_cover;
drop index listings.offer_by_pace;
drop index listings.offer_by_quantity;
drop index listings.offer_by_price;
drop index listings.offer_by_review;
drop index listings.offer_out_of_sight;
drop index listings.offer_suppressed;
-- Most offers sell nothing in a month.
create index offer_selling on listings.offer (seller_id, marketplace_id, sku) where sold_as_of is not null;
-- Room for a second version of most offers beside the first: sellers send all their prices and quantities at once.
alter table listings.offer set (fillfactor = 60);
