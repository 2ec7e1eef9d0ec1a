-- Of all orders due today, only those still to ship can be overdue.
create index on health.order_facts (seller_id, marketplace_id, ship_by)
    where confirmed_at is null and cancelled_at is null;
