-- Finds pages that nobody offers, which the search index of the shop does not hold.
create index product_by_words on catalog.product
 using gin (to_tsvector('simple', title || ' ' || coalesce(brand, '')));
