create table migration.import_run (
    run_id uuid primary key,
    format text not null,
    source text not null,
    state text not null check (state in ('RUNNING', 'DONE', 'FAILED')),
    stage text not null,
    done bigint not null,
    total bigint not null,
    rejects bigint not null,
    message text not null,
    started_at timestamptz not null,
    finished_at timestamptz,
    heard_at timestamptz not null
);
comment on table migration.import_run is 'home: reference';
