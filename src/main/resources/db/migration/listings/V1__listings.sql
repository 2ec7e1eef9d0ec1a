create table listings.offer (
    seller_id text not null,
    marketplace_id text not null,
    sku text collate "C" not null,
    product_id text collate "C" not null,
    condition text not null,
    price_minor bigint not null check (price_minor > 0),
    currency text not null,
    quantity integer not null check (quantity >= 0),
    handling_days integer check (handling_days between 0 and 30),
    active boolean not null,
    reviewed_at timestamptz not null,
    primary key (seller_id, marketplace_id, sku)
) with (fillfactor = 80);
comment on table listings.offer is 'home: seller_id';
create index on listings.offer (marketplace_id, product_id) where active;

create table listings.offer_change (
    seller_id text not null,
    marketplace_id text not null,
    sku text collate "C" not null,
    change_id uuid not null,
    changed_at timestamptz not null,
    changed_by text not null,
    field text not null,
    from_value text not null,
    to_value text not null,
    primary key (seller_id, marketplace_id, sku, change_id)
);
comment on table listings.offer_change is 'home: seller_id';
