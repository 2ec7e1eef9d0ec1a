create table feedback.feedback (
    seller_id text not null,
    order_id text not null,
    feedback_id uuid not null,
    marketplace_id text not null,
    buyer_id uuid not null,
    buyer_name text not null,
    stars smallint not null check (stars between 1 and 5),
    arrived_on_time boolean,
    as_described boolean,
    good_service boolean,
    comment text not null,
    given_at timestamptz not null,
    ended_at timestamptz,
    end_reason text,
    primary key (seller_id, order_id, feedback_id),
    check ((ended_at is null) = (end_reason is null)),
    check (ended_at >= given_at)
);
comment on table feedback.feedback is 'home: seller_id';
create unique index on feedback.feedback (seller_id, order_id) where ended_at is null;
create index on feedback.feedback (seller_id, marketplace_id, given_at desc, feedback_id desc) where ended_at is null;
