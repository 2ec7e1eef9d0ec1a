create table feeds.file (
    seller_id text not null,
    file_id uuid not null,
    submission_id uuid not null,
    marketplace_id text not null,
    kind text not null,
    purge boolean not null,
    document_id uuid not null,
    name text not null,
    bytes bigint not null,
    sha256 text not null,
    submitted_at timestamptz not null,
    submitted_by text not null,
    chosen_encoding text,
    numbers text not null check (numbers in ('ASK', 'POINT', 'COMMA')),
    -- To how many offers closed the seller has agreed.
    agreed_closures bigint,
    state text not null check (state in ('QUEUED', 'RUNNING', 'WAITING', 'DONE', 'FAILED', 'CANCELLED')),
    worker integer,
    attempt integer not null default 0,
    started_at timestamptz,
    finished_at timestamptz,
    encoding text,
    format text,
    ignored_columns text[] not null default '{}',
    read_bytes bigint not null default 0,
    records integer not null default 0,
    rejected integer not null default 0,
    warned integer not null default 0,
    edited integer not null default 0,
    listed integer not null default 0,
    removed integer not null default 0,
    closed integer not null default 0,
    -- The question or the failure, and what it names.
    reason text,
    reason_arguments text[] not null default '{}',
    primary key (seller_id, file_id),
    unique (seller_id, submission_id)
);
comment on table feeds.file is 'home: seller_id';
create index file_unfinished on feeds.file (state, submitted_at) where state in ('QUEUED', 'RUNNING', 'WAITING');
create index file_started on feeds.file (seller_id, started_at);
create index file_finished on feeds.file (finished_at) where state = 'DONE';

create table feeds.issue (
    seller_id text not null,
    file_id uuid not null,
    -- 0: the row was refused; 1: a warning.
    severity smallint not null,
    record integer not null,
    position integer not null,
    sku text not null,
    finding text not null,
    arguments text[] not null,
    primary key (seller_id, file_id, severity, record, position)
);
comment on table feeds.issue is 'home: seller_id';
