-- What says that an item was not as described: a feedback, a contact, a return, a claim. Each counts once.
create table listings.not_as_described (
    seller_id text not null,
    marketplace_id text not null,
    sku text collate "C" not null,
    source text not null check (source in ('FEEDBACK', 'CONTACT', 'RETURN', 'CLAIM')),
    source_id text not null,
    noted_at timestamptz not null,
    primary key (seller_id, marketplace_id, sku, source, source_id)
);
comment on table listings.not_as_described is 'home: seller_id';
