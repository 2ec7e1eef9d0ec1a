-- A change of quantity that is neither a sale nor the return of a cancelled one says why; others have no reason. The
-- support case is for a claim about lost or damaged stock.
alter table listings.offer_change
    add column reason text,
    add column reason_text text,
    add column case_id text,
    add check ((reason is not null) = ('quantity' = any(fields))) not valid;
update listings.offer_change
   set reason = case when file_id is null then 'COUNT_CORRECTION' else 'FILE' end
 where 'quantity' = any(fields);
alter table listings.offer_change validate constraint offer_change_check;
create index offer_adjustment on listings.offer_change (seller_id, marketplace_id, changed_at, change_id, sku)
 where reason is not null;
