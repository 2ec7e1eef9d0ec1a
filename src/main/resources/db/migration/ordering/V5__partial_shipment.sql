-- Some of an order's units may be on their way while others still wait.
alter table ordering.orders
    drop constraint orders_status_check,
    add constraint orders_status_check
        check (status in ('UNSHIPPED', 'PARTIALLY_SHIPPED', 'SHIPPED', 'DELIVERED', 'CANCELLED'));

drop index ordering.orders_seller_id_marketplace_id_ship_by_order_id_idx;
create index on ordering.orders (seller_id, marketplace_id, ship_by, order_id)
    where status in ('UNSHIPPED', 'PARTIALLY_SHIPPED');
