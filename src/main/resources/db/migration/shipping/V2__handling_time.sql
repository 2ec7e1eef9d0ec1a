-- How long a seller takes until shipment where an offer says nothing itself, in business days. What is null goes by
-- the marketplace's policies.
alter table shipping.settings
    alter column cut_off drop not null,
    add column handling_least integer,
    add column handling_most integer,
    add constraint settings_handling check (
        (handling_least is null and handling_most is null)
        or (handling_least >= 0 and handling_least <= handling_most and handling_most <= 30));
