-- Taxes on top of prices, as they were reckoned when the order was placed.
alter table ordering.orders
    add column shipping_tax_minor bigint not null default 0 check (shipping_tax_minor >= 0);
alter table ordering.order_line
    add column tax_minor bigint not null default 0 check (tax_minor >= 0),
    add column gift_wrap_tax_minor bigint not null default 0 check (gift_wrap_tax_minor >= 0);
