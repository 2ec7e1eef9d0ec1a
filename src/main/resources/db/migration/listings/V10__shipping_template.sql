-- How an offer is shipped; null goes by the seller's default.
alter table listings.offer add column shipping_template uuid;
create index offer_by_shipping_template on listings.offer (seller_id, shipping_template)
    where shipping_template is not null;
