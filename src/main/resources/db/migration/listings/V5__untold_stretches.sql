-- A thousand products a row: a file that changes a hundred thousand has as many to tell of.
drop table listings.untold_product;
create table listings.untold_stretch (
    seller_id text not null,
    file_id uuid not null,
    part text not null check (part in ('closed', 'removed', 'changed')),
    stretch bigint not null,
    marketplace_id text not null,
    products text[] not null,
    primary key (seller_id, file_id, part, stretch)
);
comment on table listings.untold_stretch is 'home: seller_id';
