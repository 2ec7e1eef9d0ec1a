create table sellers.seller (
    seller_id text primary key,
    name text not null,
    place text not null,
    since timestamptz not null,
    source text,
    external_id text,
    check ((source is null) = (external_id is null))
);
comment on table sellers.seller is 'home: seller_id';
create index on sellers.seller (source, external_id) where source is not null;

create table sellers.presence (
    seller_id text not null,
    marketplace_id text not null,
    standing text not null check (standing in ('ACTIVE', 'AT_RISK', 'DEACTIVATED', 'CLOSED')),
    since timestamptz not null,
    primary key (seller_id, marketplace_id)
);
comment on table sellers.presence is 'home: seller_id';
create index on sellers.presence (marketplace_id, seller_id);
