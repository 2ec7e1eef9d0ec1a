-- A seller finds orders by the beginning of the buyer's name.
create index on ordering.orders (seller_id, marketplace_id, (lower(buyer_name) collate "C"));
-- Few of many orders are cancelled, and the tab that shows them must not wade through all.
create index on ordering.orders (seller_id, marketplace_id, ordered_at desc, order_id desc)
    where status = 'CANCELLED';
