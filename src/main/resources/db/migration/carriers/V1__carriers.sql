-- Who may report. Of a key only its hash is kept.
create table carriers.aggregator (
    aggregator_id uuid primary key,
    name text not null,
    key_beginning text not null,
    key_hash text not null unique,
    created_at timestamptz not null,
    created_by text not null,
    last_used_at timestamptz,
    revoked_at timestamptz,
    revoked_by text,
    check ((revoked_at is null) = (revoked_by is null))
);
comment on table carriers.aggregator is 'home: reference';
