-- What a run is at and what came of it are kept by name and number, to be told in every language.
alter table migration.import_run
    add column counts jsonb not null default '{}',
    add column failure text,
    add column about text[] not null default '{}';

update migration.import_run
   set counts = coalesce((select jsonb_object_agg(known.name, replace(told[1], ',', '')::bigint)
                            from regexp_matches(message, '^ *([0-9,]+) (.+)$', 'gn') as told
                            join (values ('new sellers', 'NEW_SELLERS'),
                                         ('new products', 'NEW_PRODUCTS'),
                                         ('products that were known, by id or code', 'KNOWN_PRODUCTS'),
                                         ('new offers', 'NEW_OFFERS'),
                                         ('new orders', 'NEW_ORDERS'),
                                         ('shipments and deliveries', 'SHIPMENTS'),
                                         ('feedback given or replaced', 'FEEDBACK'),
                                         ('orders skipped, having no items and so no seller', 'ORDERS_WITHOUT_ITEMS'),
                                         ('orders left out as later', 'LATER_ORDERS')) as known (words, name)
                              on known.words = told[2]), '{}'),
       message = ''
 where state = 'DONE';

update migration.import_run
   set stage = case stage when 'Reading files' then 'READING' else upper(stage) end;

alter table migration.import_run
    add check (stage in ('', 'READING', 'SELLERS', 'PRODUCTS', 'OFFERS', 'ORDERS'));
