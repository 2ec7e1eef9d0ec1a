-- Mail can come back long after a server has taken it, so one that is taken says little about such an address.
alter table notifications.bounce add column returned boolean not null default false;
