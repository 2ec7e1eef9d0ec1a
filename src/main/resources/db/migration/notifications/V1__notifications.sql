-- A mailbox is a buyer's id or a seller's. What is in a mail is written down when it is first tried, so that every
-- further try sends the same.
create table notifications.mail (
    mailbox text not null,
    mail_id uuid not null,
    kind text not null,
    marketplace_id text not null,
    seller_id text not null,
    order_id text not null,
    -- Of the order, counted from one; zero if the mail is about no package.
    package integer not null check (package >= 0),
    address text not null,
    language text not null,
    created_at timestamptz not null,
    -- KEPT would have been sent if there were a mail server.
    state text not null check (state in ('WAITING', 'SENT', 'FAILED', 'KEPT')),
    due_at timestamptz,
    attempts integer not null default 0 check (attempts >= 0),
    ended_at timestamptz,
    reason text,
    subject text,
    body_text text,
    body_html text,
    primary key (mailbox, mail_id),
    unique (mailbox, kind, order_id, package, address),
    check ((state = 'WAITING') = (due_at is not null)),
    check ((state in ('SENT', 'FAILED')) = (ended_at is not null)),
    check ((subject is null) = (body_text is null) and (subject is null) = (body_html is null))
);
comment on table notifications.mail is 'home: mailbox';
create index mail_due on notifications.mail (due_at, mail_id) where state = 'WAITING';
create index mail_newest on notifications.mail (created_at, mail_id);
create index mail_by_state on notifications.mail (state, created_at, mail_id);
create index mail_by_order on notifications.mail (order_id, created_at, mail_id);
create index mail_by_address on notifications.mail (address, created_at, mail_id);

-- Addresses that a mail server has refused for good, until one of their mails is accepted again.
create table notifications.bounce (
    mailbox text not null,
    address text not null,
    bounced_at timestamptz not null,
    mails integer not null check (mails > 0),
    reason text not null,
    primary key (mailbox, address)
);
comment on table notifications.bounce is 'home: mailbox';

create table notifications.seller_settings (
    seller_id text primary key,
    addresses text[] not null,
    language text not null,
    wanted text[] not null,
    changed_at timestamptz not null
);
comment on table notifications.seller_settings is 'home: seller_id';
