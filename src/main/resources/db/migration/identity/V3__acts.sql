-- What people have done that may have to be accounted for, in the order in which they did it. Nothing here is ever
-- changed, but for the outcome of what has just begun.
create table identity.act (
    act_id uuid primary key,
    happened_at timestamptz not null,
    kind text not null,
    who text not null,
    user_id uuid,
    address text not null,
    subject text not null,
    outcome text not null
);
comment on table identity.act is 'home: act_id';
comment on column identity.act.who is 'e-mail address; empty for the command line';
create index on identity.act (happened_at, act_id);
create index on identity.act (who, happened_at, act_id);
create index on identity.act (kind, happened_at, act_id);
