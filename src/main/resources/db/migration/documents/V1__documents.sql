create table documents.document (
    seller_id text not null,
    document_id uuid not null,
    name text not null,
    bytes bigint not null check (bytes >= 0),
    sha256 text not null,
    stored_at timestamptz not null,
    primary key (seller_id, document_id)
);
comment on table documents.document is 'home: seller_id';
