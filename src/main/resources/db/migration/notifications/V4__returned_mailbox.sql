-- What came of reading a mailbox to which other servers return mail, once for all nodes; named as set, without its password.
create table notifications.returned_mailbox (
    mailbox text primary key,
    tried_at timestamptz not null,
    read_at timestamptz,
    -- The first try without success since it was last read.
    failing_since timestamptz,
    trouble text,
    said text,
    check ((failing_since is null) = (trouble is null) and (failing_since is null) = (said is null)),
    check (read_at is not null or failing_since is not null)
);
comment on table notifications.returned_mailbox is 'home: reference';
