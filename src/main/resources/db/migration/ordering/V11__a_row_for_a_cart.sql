-- A cart is read as a whole, by its key, and changes all day. In one row it changes in place, and leaves behind no dead
-- lines and no dead index entries that the next reader has to pass over.
create table ordering.cart (
    buyer_id uuid not null,
    marketplace_id text not null,
    -- By seller and SKU with a space between.
    lines jsonb not null,
    primary key (buyer_id, marketplace_id)
) with (fillfactor = 50);
comment on table ordering.cart is 'home: buyer_id';

insert into ordering.cart (buyer_id, marketplace_id, lines)
select buyer_id, marketplace_id,
       jsonb_object_agg(seller_id || ' ' || sku, jsonb_build_object(
               'quantity', quantity,
               'addedAt', to_char(added_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
               'priceSeen', price_seen_minor,
               'currency', currency))
  from ordering.cart_line
 group by buyer_id, marketplace_id;

drop table ordering.cart_line;
