-- KEEP names an offer that is to stay as it is, so that a file that closes all others does not close it.
alter table listings.staged_offer drop constraint staged_offer_action_check;
alter table listings.staged_offer
    add constraint staged_offer_action_check check (action in ('EDIT', 'PUT', 'REMOVE', 'KEEP'));
