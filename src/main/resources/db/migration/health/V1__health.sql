create table health.order_facts (
    seller_id text not null,
    order_id text not null,
    marketplace_id text not null,
    ordered_at timestamptz not null,
    order_day date not null,
    ship_by timestamptz not null,
    ship_by_day date not null,
    promised_by timestamptz not null,
    promised_day date not null,
    units integer not null,
    sales_minor bigint not null,
    confirmed_at timestamptz,
    tracked boolean not null,
    delivered_at timestamptz,
    cancelled_at timestamptz,
    cancelled_by_seller boolean not null,
    primary key (seller_id, order_id)
);
comment on table health.order_facts is 'home: seller_id';
create index on health.order_facts (seller_id, marketplace_id, order_day);
create index on health.order_facts (seller_id, marketplace_id, ship_by_day);
create index on health.order_facts (seller_id, marketplace_id, promised_day);

create table health.opinion (
    seller_id text not null,
    order_id text not null,
    feedback_id uuid not null,
    stars smallint not null,
    given_at timestamptz not null,
    ended_at timestamptz,
    primary key (seller_id, order_id, feedback_id)
);
comment on table health.opinion is 'home: seller_id';

create table health.tally (
    seller_id text not null,
    marketplace_id text not null,
    day date not null,
    slot smallint not null,
    orders bigint not null,
    sales_minor bigint not null,
    order_defects bigint not null,
    negative_feedback bigint not null,
    cancelled_by_seller bigint not null,
    due bigint not null,
    due_open bigint not null,
    due_late bigint not null,
    promised_units bigint not null,
    on_time_units bigint not null,
    feedback_positive bigint not null,
    feedback_neutral bigint not null,
    feedback_negative bigint not null,
    primary key (seller_id, marketplace_id, day, slot)
) with (fillfactor = 70);
comment on table health.tally is 'home: seller_id';
create index on health.tally (marketplace_id, day);
