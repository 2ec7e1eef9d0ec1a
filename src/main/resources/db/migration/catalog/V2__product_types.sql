create table catalog.product_type (
    code text not null check (code ~ '^[A-Z][A-Z0-9_]{0,39}$'),
    version integer not null check (version > 0),
    schema text not null,
    edited_by text,
    edited_at timestamptz not null,
    primary key (code, version)
);
comment on table catalog.product_type is 'home: reference';
comment on column catalog.product_type.edited_by is 'null where the schema came with the program';
