create table catalog.proposal (
    seller_id text not null,
    proposal_id uuid not null,
    marketplace_id text not null,
    page jsonb not null,
    offer jsonb,
    proposed_by text not null,
    proposed_at timestamptz not null,
    stage text not null check (stage in ('WAITING', 'APPROVED', 'MERGED', 'REJECTED')),
    product_id text,
    decided_by text,
    decided_at timestamptz,
    reason text,
    primary key (seller_id, proposal_id),
    check ((stage = 'WAITING') = (decided_by is null)),
    check ((decided_by is null) = (decided_at is null))
);
comment on table catalog.proposal is 'home: seller_id';
comment on column catalog.proposal.product_id is 'null until the page is there';
create index proposal_waiting on catalog.proposal (proposed_at, proposal_id) where stage = 'WAITING';
create index proposal_decided on catalog.proposal (decided_at, proposal_id) where stage <> 'WAITING';
