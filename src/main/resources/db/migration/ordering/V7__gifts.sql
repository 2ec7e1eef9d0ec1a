-- What a seller does for presents; which offers it holds for, the offers say.
create table ordering.gift_terms (
    seller_id text not null,
    marketplace_id text not null,
    offered boolean not null,
    wrap_minor bigint check (wrap_minor >= 0),
    primary key (seller_id, marketplace_id)
);
comment on table ordering.gift_terms is 'home: seller_id';

-- A line with a message is a gift, also if the message is empty. The price of wrapping is for one unit.
alter table ordering.order_line
    add column gift_message text,
    add column gift_wrap_minor bigint check (gift_wrap_minor >= 0),
    add check (gift_wrap_minor is null or gift_message is not null);
