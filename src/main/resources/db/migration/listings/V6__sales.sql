-- Units sold by local day of the order, less those of orders cancelled since.
create table listings.sales_day (
    seller_id text not null,
    marketplace_id text not null,
    sku text collate "C" not null,
    day date not null,
    units integer not null,
    primary key (seller_id, marketplace_id, sku, day)
);
comment on table listings.sales_day is 'home: seller_id';

-- When a seller last looked all his quantities over, instead of a time in each of a million offers.
create table listings.review (
    seller_id text not null,
    marketplace_id text not null,
    reviewed_at timestamptz not null,
    primary key (seller_id, marketplace_id)
);
comment on table listings.review is 'home: seller_id';

-- The last 7 and 30 days of sales as of a day, later ones included; null as long as there are none. Pace is the faster
-- of the two in units in 210 days, cover how many hours the stock lasts at it.
alter table listings.offer
    add column sold_as_of date,
    add column sold_week integer not null default 0,
    add column sold_month integer not null default 0,
    add column pace integer not null generated always as (greatest(sold_week * 30, sold_month * 7, 0)) stored,
    add column cover integer generated always as
        (case when greatest(sold_week * 30, sold_month * 7) > 0
              then least(quantity::bigint * 5040 / greatest(sold_week * 30, sold_month * 7), 2147483647) end) stored;

create index offer_by_cover on listings.offer (seller_id, marketplace_id, cover, sku) where pace > 0;
create index offer_by_pace on listings.offer (seller_id, marketplace_id, pace, sku) where pace > 0;
create index offer_by_quantity on listings.offer (seller_id, marketplace_id, quantity, sku);
create index offer_by_price on listings.offer (seller_id, marketplace_id, price_minor, sku);
create index offer_by_review on listings.offer (seller_id, marketplace_id, reviewed_at, sku);
create index offer_out_of_sight on listings.offer (seller_id, marketplace_id, sku) where not active;
create index offer_to_age on listings.offer (marketplace_id, sold_as_of) where sold_as_of is not null;
