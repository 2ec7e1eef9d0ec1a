-- Few of a million offers are suppressed, and no order of all leads to them.
create index offer_suppressed on listings.offer (seller_id, marketplace_id, sku) where open and not active;
create statistics listings.offer_states (mcv) on open, active from listings.offer;
