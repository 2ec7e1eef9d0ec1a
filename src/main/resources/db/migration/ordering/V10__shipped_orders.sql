-- What has been shipped is found among all orders as quickly as what waits and what is cancelled, however few it is.
create index orders_shipped
    on ordering.orders (seller_id, marketplace_id, ordered_at desc, order_id desc)
 where status in ('SHIPPED', 'DELIVERED');
