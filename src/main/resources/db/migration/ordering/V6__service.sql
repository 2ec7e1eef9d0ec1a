-- What the buyer chose and was told; unknown of orders placed elsewhere, and of those placed before.
alter table ordering.orders
    add column promised_from timestamptz,
    add column service text,
    add check (promised_from <= promised_by);
