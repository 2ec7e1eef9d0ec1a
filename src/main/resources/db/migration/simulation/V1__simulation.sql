create table simulation.demo_run (
    marketplace_id text primary key,
    seed bigint not null,
    begins_at timestamptz not null,
    ends_at timestamptz not null check (ends_at > begins_at),
    lived_until timestamptz not null check (lived_until between begins_at and ends_at)
);
comment on table simulation.demo_run is 'home: reference';
