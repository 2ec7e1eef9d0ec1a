create table payments.payment (
    seller_id text not null,
    order_id text not null,
    amount_minor bigint not null check (amount_minor > 0),
    currency text not null,
    label text not null,
    state text not null check (state in ('AUTHORIZED', 'CAPTURE_DUE', 'CAPTURED', 'RELEASED')),
    reference text not null,
    authorized_at timestamptz not null,
    captured_at timestamptz,
    primary key (seller_id, order_id),
    check ((state = 'CAPTURED') = (captured_at is not null))
);
comment on table payments.payment is 'home: seller_id';

create table payments.ledger_entry (
    seller_id text not null,
    transaction_id uuid not null,
    account text not null,
    amount_minor bigint not null,
    currency text not null,
    order_id text not null,
    kind text not null,
    posted_at timestamptz not null,
    primary key (seller_id, transaction_id, account)
);
comment on table payments.ledger_entry is 'home: seller_id';
