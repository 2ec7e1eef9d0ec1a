-- A score over a lifetime reads the days with feedback, which are few beside those with orders.
create index on health.tally (seller_id, marketplace_id, day)
    include (feedback_positive, feedback_neutral, feedback_negative)
    where feedback_positive + feedback_neutral + feedback_negative > 0;
