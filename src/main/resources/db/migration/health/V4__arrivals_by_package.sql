-- Of an order in several packages each counts by itself, so each has to be known: as of any instant, too.
alter table health.order_facts
    add column arrived_units integer[],
    add column arrived_at timestamptz[],
    add constraint order_facts_arrivals check (cardinality(arrived_units) = cardinality(arrived_at));
comment on column health.order_facts.arrived_units is
    'units in each package that has arrived, in the order of arrived_at; null for an order in one package';

do $$
begin
    if to_regclass('fulfilment.package_line') is null then
        return;
    end if;
    update health.order_facts f
       set arrived_units = parts.units, arrived_at = parts.at
      from (select o.seller_id, o.order_id,
                   array_agg(part.units order by p.delivered_at, part.units) as units,
                   array_agg(p.delivered_at order by p.delivered_at, part.units) as at
              from (select seller_id, order_id, package, sum(quantity)::integer as units
                      from fulfilment.package_line
                     group by seller_id, order_id, package) as part
              join fulfilment.package p using (seller_id, order_id, package)
              join health.order_facts o using (seller_id, order_id)
             where p.delivered_at is not null
               and part.units < o.units
             group by o.seller_id, o.order_id) as parts
     where f.seller_id = parts.seller_id
       and f.order_id = parts.order_id;
    -- Until now all units of an order counted as late if its last package was.
    update health.tally t
       set on_time_units = t.on_time_units + missed.units
      from (select f.seller_id, f.marketplace_id, f.promised_day,
                   sum((select coalesce(sum(arrival.units), 0)
                          from unnest(f.arrived_units, f.arrived_at) as arrival (units, at)
                         where arrival.at <= f.promised_by)) as units
              from health.order_facts f
             where f.arrived_at is not null
               and f.confirmed_at is not null
               and f.tracked
               and (f.delivered_at is null or f.delivered_at > f.promised_by)
             group by f.seller_id, f.marketplace_id, f.promised_day) as missed
     where t.seller_id = missed.seller_id
       and t.marketplace_id = missed.marketplace_id
       and t.day = missed.promised_day
       and t.slot = (select min(first.slot)
                       from health.tally first
                      where first.seller_id = missed.seller_id
                        and first.marketplace_id = missed.marketplace_id
                        and first.day = missed.promised_day);
end
$$;
