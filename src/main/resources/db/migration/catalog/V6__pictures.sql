create table catalog.picture (
    picture_id text not null check (picture_id ~ '^[0-9a-f]{32}$'),
    size text not null check (size in ('SMALL', 'LARGE')),
    jpeg bytea not null,
    kept_at timestamptz not null,
    primary key (picture_id, size)
);
comment on table catalog.picture is 'home: picture_id';
-- It is compressed already.
alter table catalog.picture alter column jpeg set storage external;
