-- Whether buyers see an offer depends on two things now: the seller has it open, and nothing suppresses it.
alter table listings.offer rename column active to open;
alter table listings.offer rename column handling_days to handling_most;
alter table listings.offer
    add column note text check (length(note) <= 2000),
    add column min_price_minor bigint check (min_price_minor > 0),
    add column max_price_minor bigint check (max_price_minor > 0),
    add column handling_least integer check (handling_least >= 0),
    add column gift_message boolean not null default false,
    add column gift_wrap boolean not null default false,
    add column suppressions text[] not null default '{}',
    add column active boolean not null generated always as (open and suppressions = '{}') stored,
    add column opened_at timestamptz,
    add check (price_minor between coalesce(min_price_minor, price_minor) and coalesce(max_price_minor, price_minor)),
    add check (handling_least <= handling_most);
update listings.offer set opened_at = reviewed_at;
alter table listings.offer alter column opened_at set not null;
drop index listings.offer_marketplace_id_product_id_idx;
create index offer_by_product on listings.offer (marketplace_id, product_id) where active;

-- One row for all that one act changes in an offer; the file is null where somebody did it on a page.
alter table listings.offer_change
    add column fields text[] not null default '{}',
    add column befores text[] not null default '{}',
    add column afters text[] not null default '{}',
    add column file_id uuid;
update listings.offer_change
   set fields = array[field],
       befores = array[case when from_value = 'null' then '' else from_value end],
       afters = array[case when to_value = 'null' then '' else to_value end];
alter table listings.offer_change
    alter column fields drop default,
    alter column befores drop default,
    alter column afters drop default,
    drop column field,
    drop column from_value,
    drop column to_value;
