-- What the buyer saw when he added the line; unknown for carts that are filled otherwise.
alter table ordering.cart_line
    add column price_seen_minor bigint check (price_seen_minor > 0),
    add column currency text,
    add check ((price_seen_minor is null) = (currency is null));
