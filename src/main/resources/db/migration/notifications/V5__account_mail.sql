-- Mail about an account that is still to be sent. What it says is never kept: whoever read it could take the account.
create table notifications.account_mail (
    email text not null,
    mail_id uuid not null,
    kind text not null check (kind in ('PASSWORD_FORGOTTEN', 'PASSWORD_RENEWED')),
    language text not null,
    created_at timestamptz not null,
    due_at timestamptz not null,
    primary key (email, mail_id)
);
comment on table notifications.account_mail is 'home: email';
create index on notifications.account_mail (due_at, mail_id);
