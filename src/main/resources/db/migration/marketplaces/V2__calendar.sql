-- Days that an operator has decided on: business days that are none, the other way round, and days of presents.
create table marketplaces.calendar_day (
    marketplace_id text not null,
    day date not null,
    mark text not null check (mark in ('CLOSED', 'OPEN', 'GIFTS')),
    name text not null check (length(name) between 1 and 80),
    primary key (marketplace_id, day, mark)
);
comment on table marketplaces.calendar_day is 'home: reference';

-- The id is text, so that a page may end after any.
create table marketplaces.calendar_change (
    marketplace_id text not null,
    change_id text collate "C" not null,
    changed_at timestamptz not null,
    kind text not null check (kind in ('ADDED', 'REMOVED')),
    day date not null,
    mark text not null check (mark in ('CLOSED', 'OPEN', 'GIFTS')),
    name text not null,
    changed_by text not null,
    reason text not null,
    primary key (marketplace_id, change_id)
);
comment on table marketplaces.calendar_change is 'home: reference';
create index on marketplaces.calendar_change (marketplace_id, changed_at desc, change_id desc);

insert into marketplaces.calendar_day (marketplace_id, day, mark, name)
select marketplace_id, make_date(year, 12, 25), 'GIFTS', case country when 'BR' then 'Natal' else 'Christmas' end
  from marketplaces.marketplace, generate_series(2026, 2030) as year;
