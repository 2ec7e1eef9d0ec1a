-- The history of offers by the drawer in which an act is looked for: the SKU, if it changed one offer, and one of 256 if
-- it changed many. A file of 100,000 rows leaves some hundred rows here instead of as many as it has, in a tenth of the
-- room and of the time. All SKUs of a row had the same fields changed; befores and afters have a line for each of them.
-- The drawer is the hash that PostgreSQL's own hash partitions stand on, and quick.
-- Grouping by sorting keeps the arrays of one drawer in memory, not those of all.
set local enable_hashagg = off;

create function listings.drawer(sku text) returns text language sql immutable strict parallel safe return
    (hashtextextended(sku, 0) & 255)::text;

alter table listings.offer_change rename to offer_change_by_sku;
alter table listings.offer_change_by_sku rename constraint offer_change_pkey to offer_change_by_sku_pkey;
drop index listings.offer_adjustment;

create table listings.offer_change (
    seller_id text not null,
    marketplace_id text not null,
    drawer text collate "C" not null,
    changed_at timestamptz not null,
    change_id uuid not null,
    changed_by text not null,
    file_id uuid,
    fields text[] not null,
    skus text[] collate "C" not null,
    befores text[] not null,
    afters text[] not null,
    reason text,
    reason_text text,
    case_id text,
    primary key (seller_id, marketplace_id, drawer, changed_at, change_id),
    check ((reason is not null) = ('quantity' = any(fields)))
);
comment on table listings.offer_change is 'home: seller_id';

insert into listings.offer_change
       (seller_id, marketplace_id, drawer, changed_at, change_id, changed_by, fields, skus, befores, afters, reason,
        reason_text, case_id)
select seller_id, marketplace_id, sku, changed_at, change_id, changed_by, fields, array[sku], array[befores],
       array[afters], reason, reason_text, case_id
  from listings.offer_change_by_sku
 where file_id is null
   and cardinality(fields) > 0;

insert into listings.offer_change
       (seller_id, marketplace_id, drawer, changed_at, change_id, changed_by, file_id, fields, skus, befores, afters,
        reason, reason_text, case_id)
select seller_id, marketplace_id, listings.drawer(sku), changed_at, gen_random_uuid(), changed_by, file_id, fields,
       array_agg(sku), array_agg(befores), array_agg(afters), reason, reason_text, case_id
  from listings.offer_change_by_sku
 where file_id is not null
   and cardinality(fields) > 0
 group by seller_id, marketplace_id, listings.drawer(sku), changed_at, changed_by, file_id, fields, reason, reason_text,
          case_id;

drop table listings.offer_change_by_sku;

create index offer_adjustment on listings.offer_change (seller_id, marketplace_id, changed_at, change_id)
 where reason is not null;

-- Whoever follows is told by the publication itself.
drop table listings.untold_stretch;
