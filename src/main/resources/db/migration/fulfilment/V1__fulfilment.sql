create table fulfilment.package (
    seller_id text not null,
    order_id text not null,
    package integer not null check (package > 0),
    carrier text not null,
    carrier_name text not null,
    tracking_number text,
    method text not null,
    service_level text not null,
    confirmed_at timestamptz not null,
    delivered_at timestamptz,
    primary key (seller_id, order_id, package)
);
comment on table fulfilment.package is 'home: seller_id';

create table fulfilment.scan (
    seller_id text not null,
    order_id text not null,
    package integer not null,
    scanned_at timestamptz not null,
    kind text not null,
    place text not null,
    primary key (seller_id, order_id, package, scanned_at, kind)
);
comment on table fulfilment.scan is 'home: seller_id';
