-- Mail about orders goes to those who work for a seller.
create index on identity.app_user (seller_id) where seller_id is not null;
