create table catalog.change_request (
    product_id text not null,
    request_id uuid not null,
    seller_id text not null,
    field text not null,
    from_value text not null,
    to_value text not null,
    reason text not null check (reason <> ''),
    requested_by text not null,
    requested_at timestamptz not null,
    stage text not null check (stage in ('WAITING', 'ACCEPTED', 'REJECTED')),
    decided_by text,
    decided_at timestamptz,
    decision_reason text,
    primary key (product_id, request_id),
    check ((stage = 'WAITING') = (decided_by is null)),
    check ((decided_by is null) = (decided_at is null))
);
comment on table catalog.change_request is 'home: product_id';
comment on column catalog.change_request.field is 'title, brand, description, image, or attribute/ and its name';
create index change_request_by_seller on catalog.change_request (seller_id, requested_at, request_id);
create index change_request_waiting on catalog.change_request (requested_at, request_id) where stage = 'WAITING';
create index change_request_decided on catalog.change_request (decided_at, request_id) where stage <> 'WAITING';
