-- How a seller ships, by template. Its rates are read and written as a whole, and reckoned with in memory.
create table shipping.template (
    seller_id text not null,
    template_id uuid not null,
    marketplace_id text not null,
    name text not null check (length(name) between 1 and 80),
    is_default boolean not null,
    version integer not null,
    rates jsonb not null,
    primary key (seller_id, template_id)
);
comment on table shipping.template is 'home: seller_id';
create unique index template_by_name on shipping.template (seller_id, marketplace_id, lower(name));
create unique index template_by_default on shipping.template (seller_id, marketplace_id) where is_default;

create table shipping.settings (
    seller_id text not null,
    marketplace_id text not null,
    cut_off time not null,
    primary key (seller_id, marketplace_id)
);
comment on table shipping.settings is 'home: seller_id';
