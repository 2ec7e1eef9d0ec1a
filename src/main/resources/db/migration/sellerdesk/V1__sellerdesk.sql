create table sellerdesk.read_feedback (
    seller_id text not null,
    feedback_id uuid not null,
    read_at timestamptz not null,
    primary key (seller_id, feedback_id)
);
comment on table sellerdesk.read_feedback is 'home: seller_id';
