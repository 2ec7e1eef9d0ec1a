create index standing_change_newest on sellers.standing_change (seller_id, marketplace_id, changed_at, change_id);
