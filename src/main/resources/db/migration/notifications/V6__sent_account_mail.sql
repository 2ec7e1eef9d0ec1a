-- Null once there is nothing more to do about it: it stays for a while, so that the same is not written twice.
alter table notifications.account_mail alter column due_at drop not null;
