-- Links by which people set a new password, as hashes, so that nobody who reads this can use one.
create table identity.password_link (
    user_id uuid not null,
    code_hash bytea not null,
    expires_at timestamptz not null,
    primary key (user_id, code_hash)
);
comment on table identity.password_link is 'home: user_id';
create index on identity.password_link (code_hash);
