-- All mail about an order has the home of its seller, so that it is written in the transaction of what it tells of. Its id
-- is made of what it is about and the address, so the primary key alone keeps the same from being written twice.
alter table notifications.mail
    drop constraint mail_pkey,
    drop constraint mail_mailbox_kind_order_id_package_address_key,
    add primary key (seller_id, mail_id);
comment on table notifications.mail is 'home: seller_id';
