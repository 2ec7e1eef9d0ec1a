-- A seller may take a proposal back, also by handing in another for the same SKU.
alter table catalog.proposal
    drop constraint proposal_stage_check,
    add constraint proposal_stage_check check (stage in ('WAITING', 'APPROVED', 'MERGED', 'REJECTED', 'WITHDRAWN'));
comment on column catalog.proposal.offer is 'as the offers'' module writes it; its sku is the one that waits for the page';
create index proposal_by_sku
    on catalog.proposal (seller_id, marketplace_id, (offer ->> 'sku'), proposed_at desc) where offer is not null;
