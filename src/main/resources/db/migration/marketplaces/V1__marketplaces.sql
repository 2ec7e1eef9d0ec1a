create table marketplaces.marketplace (
    marketplace_id text primary key,
    country text not null check (country ~ '^[A-Z]{2}$'),
    domain text not null,
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    zone text not null,
    language text not null,
    position integer not null
);
comment on table marketplaces.marketplace is 'home: reference';

create table marketplaces.policy (
    marketplace_id text not null,
    policy text not null,
    value numeric not null,
    primary key (marketplace_id, policy)
);
comment on table marketplaces.policy is 'home: reference';

create table marketplaces.policy_change (
    marketplace_id text not null,
    change_id uuid not null,
    changed_at timestamptz not null,
    policy text not null,
    from_value numeric not null,
    to_value numeric not null,
    changed_by text not null,
    reason text not null,
    primary key (marketplace_id, change_id)
);
comment on table marketplaces.policy_change is 'home: reference';

insert into marketplaces.marketplace (marketplace_id, country, domain, currency, zone, language, position)
values ('ATVPDKIKX0DER', 'US', 'us.openstall.example', 'USD', 'America/Los_Angeles', 'en-US', 1),
       ('A2Q3Y263D00KWC', 'BR', 'br.openstall.example', 'BRL', 'America/Sao_Paulo', 'pt-BR', 2);
