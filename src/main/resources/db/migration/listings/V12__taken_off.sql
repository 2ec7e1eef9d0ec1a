-- Offers that the operator has taken off. A line stays when the seller removes the offer, so that listing it anew does
-- not bring it back.
create table listings.taken_off (
    seller_id text not null,
    marketplace_id text not null,
    sku text collate "C" not null,
    reason text not null check (reason <> ''),
    taken_off_by text not null,
    taken_off_at timestamptz not null,
    primary key (seller_id, marketplace_id, sku)
);
comment on table listings.taken_off is 'home: seller_id';
