-- A package without lines carries the whole order, as every one did until now and most still do.
create table fulfilment.package_line (
    seller_id text not null,
    order_id text not null,
    package integer not null,
    line integer not null,
    quantity integer not null check (quantity > 0),
    primary key (seller_id, order_id, package, line)
);
comment on table fulfilment.package_line is 'home: seller_id';

alter table fulfilment.package
    add column tracking_link text,
    add column label_changes integer not null default 0;

-- Whose package a number is: asked by carriers, and when a seller uses a number a second time.
create index on fulfilment.package (tracking_number, seller_id) where tracking_number is not null;

-- What labels said until they were corrected.
create table fulfilment.label_change (
    seller_id text not null,
    order_id text not null,
    package integer not null,
    change integer not null,
    carrier text not null,
    carrier_name text not null,
    tracking_number text,
    tracking_link text,
    method text not null,
    service_level text not null,
    changed_at timestamptz not null,
    changed_by text not null,
    primary key (seller_id, order_id, package, change)
);
comment on table fulfilment.label_change is 'home: seller_id';
