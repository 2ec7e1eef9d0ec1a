create index offer_by_seller_and_product on listings.offer (seller_id, marketplace_id, product_id);
