-- What the search index of every node has yet to follow. A row is written by the transaction that makes the change, on
-- the server where that is; each node reads what it has not seen yet.
create table search.change (
    number bigint generated always as identity primary key,
    marketplace_id text not null,
    products text[] not null,
    written_by xid8 not null default pg_current_xact_id(),
    written_at timestamptz not null default clock_timestamp()
);
create index change_by_transaction on search.change (written_by);
comment on table search.change is 'home: local';
