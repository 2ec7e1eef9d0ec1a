create table ordering.cart_line (
    buyer_id uuid not null,
    marketplace_id text not null,
    seller_id text not null,
    sku text collate "C" not null,
    quantity integer not null check (quantity > 0),
    added_at timestamptz not null,
    primary key (buyer_id, marketplace_id, seller_id, sku)
);
comment on table ordering.cart_line is 'home: buyer_id';

create table ordering.checkout (
    buyer_id uuid not null,
    checkout_id uuid not null,
    placed_at timestamptz not null,
    primary key (buyer_id, checkout_id)
);
comment on table ordering.checkout is 'home: buyer_id';

create table ordering.buyer_order (
    buyer_id uuid not null,
    order_id text not null,
    seller_id text not null,
    checkout_id uuid,
    ordered_at timestamptz not null,
    primary key (buyer_id, order_id)
);
comment on table ordering.buyer_order is 'home: buyer_id';
create index on ordering.buyer_order (buyer_id, ordered_at desc, order_id desc);

create table ordering.orders (
    seller_id text not null,
    order_id text not null,
    marketplace_id text not null,
    buyer_id uuid not null,
    buyer_name text not null,
    external_id text,
    status text not null check (status in ('UNSHIPPED', 'SHIPPED', 'DELIVERED', 'CANCELLED')),
    ordered_at timestamptz not null,
    ship_by timestamptz not null,
    promised_by timestamptz not null,
    ship_to jsonb not null,
    currency text not null,
    items_minor bigint not null check (items_minor >= 0),
    shipping_minor bigint not null check (shipping_minor >= 0),
    confirmed_at timestamptz,
    delivered_at timestamptz,
    cancelled_at timestamptz,
    cancel_reason text,
    primary key (seller_id, order_id),
    check ((status = 'CANCELLED') = (cancelled_at is not null and cancel_reason is not null)),
    check ((status in ('SHIPPED', 'DELIVERED')) = (confirmed_at is not null)),
    check ((status = 'DELIVERED') = (delivered_at is not null))
);
comment on table ordering.orders is 'home: seller_id';
create index on ordering.orders (seller_id, marketplace_id, ordered_at desc, order_id desc);
create index on ordering.orders (seller_id, marketplace_id, ship_by, order_id) where status = 'UNSHIPPED';
create index on ordering.orders (order_id);
create index on ordering.orders (external_id) where external_id is not null;

create table ordering.order_line (
    seller_id text not null,
    order_id text not null,
    line integer not null,
    sku text not null,
    product_id text not null,
    title text not null,
    quantity integer not null check (quantity > 0),
    price_minor bigint not null check (price_minor >= 0),
    primary key (seller_id, order_id, line)
);
comment on table ordering.order_line is 'home: seller_id';
