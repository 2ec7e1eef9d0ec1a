-- A checkout that is sent again must find its orders, however many the buyer has.
create index on ordering.buyer_order (buyer_id, checkout_id);
