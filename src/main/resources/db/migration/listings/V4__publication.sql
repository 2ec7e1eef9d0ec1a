-- Rows of files on their way into the offers. Not logged: a file that a crash interrupts is staged again.
-- Zero in a limit, an empty note and a handling time of -1 take away what the offer has; null leaves it.
create unlogged table listings.staged_offer (
    seller_id text not null,
    file_id uuid not null,
    record integer not null,
    sku text collate "C" not null,
    action text not null check (action in ('EDIT', 'PUT', 'REMOVE')),
    product_id text collate "C",
    condition text,
    note text,
    price_minor bigint,
    min_price_minor bigint,
    max_price_minor bigint,
    quantity integer,
    handling_least integer,
    handling_most integer,
    gift_message boolean,
    gift_wrap boolean,
    primary key (seller_id, file_id, record)
);
comment on table listings.staged_offer is 'home: seller_id';

-- Products whose offers a file has visibly changed and of which nobody has been told yet.
create table listings.untold_product (
    seller_id text not null,
    file_id uuid not null,
    product_id text collate "C" not null,
    marketplace_id text not null,
    primary key (seller_id, file_id, product_id)
);
comment on table listings.untold_product is 'home: seller_id';
