-- What is true of all offers of a seller in a marketplace. A large inventory is ranked: its offers are in the indexes by
-- which they are sorted. Those of others are sorted when asked for, and spare every edit and every sale those indexes.
alter table listings.review rename to inventory;
alter table listings.inventory rename constraint review_pkey to inventory_pkey;
alter table listings.inventory alter column reviewed_at drop not null;
alter table listings.inventory
    add column ranking_since timestamptz,
    add column ranked boolean not null default false,
    add check (ranking_since is not null or not ranked);

alter table listings.offer add column ranked boolean not null default false;
drop index listings.offer_by_cover;
drop index listings.offer_by_quantity;
drop index listings.offer_by_price;
drop index listings.offer_by_review;
create index offer_by_cover on listings.offer (seller_id, marketplace_id, cover, sku) where ranked and open and pace > 0;
create index offer_by_quantity on listings.offer (seller_id, marketplace_id, quantity, sku) where ranked;
create index offer_by_price on listings.offer (seller_id, marketplace_id, price_minor, sku) where ranked;
create index offer_by_review on listings.offer (seller_id, marketplace_id, reviewed_at, sku) where ranked;
