create table sellers.standing_change (
    seller_id text not null,
    change_id uuid not null,
    marketplace_id text not null,
    from_standing text not null,
    to_standing text not null,
    reason text not null check (reason <> ''),
    changed_by text not null,
    changed_at timestamptz not null,
    primary key (seller_id, change_id)
);
comment on table sellers.standing_change is 'home: seller_id';
