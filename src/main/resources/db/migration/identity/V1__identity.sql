create table identity.app_user (
    user_id uuid primary key,
    email text not null,
    name text not null,
    password_hash text not null,
    seller_id text,
    operator boolean not null,
    language text,
    registered_at timestamptz not null
);
comment on table identity.app_user is 'home: user_id';

create table identity.login (
    email text primary key check (email = lower(email)),
    user_id uuid not null
);
comment on table identity.login is 'home: email';

-- One bucket of sign-in attempts, in the form that Bucket4j keeps.
create table identity.sign_in_limit (
    id text primary key,
    state bytea,
    expires_at bigint
);
comment on table identity.sign_in_limit is 'home: id';
create index sign_in_limit_expiry on identity.sign_in_limit (expires_at);
