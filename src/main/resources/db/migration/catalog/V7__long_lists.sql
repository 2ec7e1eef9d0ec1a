-- Sellers and pages with very many proposals and change requests are read page by page.
create index proposal_by_seller on catalog.proposal (seller_id, proposed_at, proposal_id);
create index change_request_by_product on catalog.change_request (product_id, requested_at, request_id);
