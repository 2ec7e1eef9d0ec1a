-- Carts fill and empty all day. A table of few pages is read as a whole for each of them, with all that has been emptied
-- lately; one whose pages hold few lines each, and are kept, is read by its key.
alter table ordering.cart_line set (fillfactor = 10, vacuum_truncate = off);
