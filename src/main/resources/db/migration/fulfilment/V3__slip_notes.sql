create table fulfilment.slip_note (
    seller_id text primary key,
    note text not null,
    changed_at timestamptz not null
);
comment on table fulfilment.slip_note is 'home: seller_id';
