package org.openstall.health;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.OrderId;
import org.openstall.kernel.Page;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.Utc;
import org.openstall.kernel.Writes;
import org.openstall.marketplaces.Marketplaces;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class HealthStore {
    private final JdbcClient db;
    private final Writes writes;
    private final Marketplaces marketplaces;

    HealthStore(JdbcClient db, Writes writes, Marketplaces marketplaces) {
        this.db = db;
        this.writes = writes;
        this.marketplaces = marketplaces;
    }

    void add(List<OrderFacts> facts) {
        writes.add("""
                insert into health.order_facts
                       (seller_id, order_id, marketplace_id, ordered_at, order_day, ship_by, ship_by_day,
                        promised_by, promised_day, units, sales_minor, confirmed_at, tracked, delivered_at,
                        cancelled_at, cancelled_by_seller)
                values (:seller, :order, :marketplace, :orderedAt, :orderDay, :shipBy, :shipByDay,
                        :promisedBy, :promisedDay, :units, :sales, :confirmedAt, :tracked, :deliveredAt,
                        :cancelledAt, :cancelledBySeller)
                """, facts.stream().map(this::parameters).toArray(SqlParameterSource[]::new));
    }

    private SqlParameterSource parameters(OrderFacts facts) {
        OrderFacts.Placed placed = facts.placed();
        OrderFacts.Days days = placed.days(marketplaces.get(facts.marketplace()));
        return progress(facts)
                .addValue("marketplace", facts.marketplace().value())
                .addValue("orderedAt", Utc.of(placed.orderedAt()))
                .addValue("orderDay", days.ordered())
                .addValue("shipBy", Utc.of(placed.shipBy()))
                .addValue("shipByDay", days.shipBy())
                .addValue("promisedBy", Utc.of(placed.promisedBy()))
                .addValue("promisedDay", days.promised())
                .addValue("units", placed.units())
                .addValue("sales", placed.salesMinor());
    }

    private static MapSqlParameterSource progress(OrderFacts facts) {
        return new MapSqlParameterSource()
                .addValue("seller", facts.seller().value())
                .addValue("order", facts.order().value())
                .addValue("confirmedAt", Utc.ofNullable(facts.confirmedAt()))
                .addValue("tracked", facts.tracked())
                .addValue("deliveredAt", Utc.ofNullable(facts.deliveredAt()))
                .addValue("arrivedUnits", arrived(facts, OrderFacts.Arrival::units, Integer[]::new))
                .addValue("arrivedAt", arrived(facts, it -> it.at().toString(), String[]::new))
                .addValue("cancelledAt", Utc.ofNullable(facts.cancelledAt()))
                .addValue("cancelledBySeller", facts.cancelledBySeller());
    }

    /** Null for an order in one package, as nearly all are. */
    private static <T> T @Nullable [] arrived(
            OrderFacts facts, Function<OrderFacts.Arrival, T> value, IntFunction<T[]> array) {
        return facts.arrivals().isEmpty()
                ? null
                : facts.arrivals().stream().map(value).toArray(array);
    }

    /** The facts of the orders, held until the transaction ends. Keys sorted, the same order comes back. */
    List<OrderFacts> lock(List<SellerId> sellers, List<OrderId> orders) {
        return withOpinions(db.sql("""
                select f.seller_id, f.order_id, f.marketplace_id, f.ordered_at, f.ship_by, f.promised_by, f.units,
                       f.sales_minor, f.confirmed_at, f.tracked, f.delivered_at, f.arrived_units,
                       f.arrived_at, f.cancelled_at, f.cancelled_by_seller
                  from unnest(:sellers, :orders) as wanted (seller_id, order_id)
                  join health.order_facts f on f.seller_id = wanted.seller_id and f.order_id = wanted.order_id
                 order by f.seller_id, f.order_id
                   for update of f
                """)
                .param("sellers", sellers.stream().map(SellerId::value).toArray(String[]::new))
                .param("orders", orders.stream().map(OrderId::value).toArray(String[]::new))
                .query(HealthStore::facts)
                .list());
    }

    /** All facts in the order of sellers and orders, for the audit. */
    Page<OrderFacts> all(@Nullable String after, int size) {
        String[] key = after == null ? new String[] {"", ""} : after.split("/", 2);
        List<OrderFacts> rows = db.sql("""
                select seller_id, order_id, marketplace_id, ordered_at, ship_by, promised_by, units, sales_minor,
                       confirmed_at, tracked, delivered_at, arrived_units, arrived_at, cancelled_at,
                       cancelled_by_seller
                  from health.order_facts
                 where (seller_id, order_id) > (:seller, :order)
                 order by seller_id, order_id
                 limit :size
                """)
                .param("seller", key[0])
                .param("order", key[1])
                .param("size", size + 1)
                .query(HealthStore::facts)
                .list();
        return Page.cut(withOpinions(rows), size, it -> it.seller() + "/" + it.order());
    }

    /** The days as they are kept, for the audit. */
    Map<OrderId, OrderFacts.Days> orderDays(SellerId seller, List<OrderId> orders) {
        Map<OrderId, OrderFacts.Days> days = new HashMap<>();
        db.sql("""
                select order_id, order_day, ship_by_day, promised_day
                  from health.order_facts
                 where seller_id = :seller
                   and order_id = any(:orders)
                """)
                .param("seller", seller.value())
                .param("orders", orders.stream().map(OrderId::value).toArray(String[]::new))
                .query(row -> {
                    days.put(
                            new OrderId(row.getString("order_id")),
                            new OrderFacts.Days(
                                    row.getObject("order_day", LocalDate.class),
                                    row.getObject("ship_by_day", LocalDate.class),
                                    row.getObject("promised_day", LocalDate.class)));
                });
        return days;
    }

    List<OrderFacts> find(SellerId seller, List<OrderId> orders) {
        return withOpinions(db.sql("""
                select seller_id, order_id, marketplace_id, ordered_at, ship_by, promised_by, units, sales_minor,
                       confirmed_at, tracked, delivered_at, arrived_units, arrived_at, cancelled_at,
                       cancelled_by_seller
                  from health.order_facts
                 where seller_id = :seller
                   and order_id = any(:orders)
                 order by order_id
                """)
                .param("seller", seller.value())
                .param("orders", orders.stream().map(OrderId::value).toArray(String[]::new))
                .query(HealthStore::facts)
                .list());
    }

    long countFacts() {
        return db.sql("select count(*) from health.order_facts")
                .query(Long.class)
                .single();
    }

    private List<OrderFacts> withOpinions(List<OrderFacts> facts) {
        if (facts.isEmpty()) {
            return facts;
        }
        Map<String, OrderFacts> byKey = new HashMap<>();
        facts.forEach(it -> byKey.put(it.seller() + "/" + it.order(), it));
        db.sql("""
                select o.seller_id, o.order_id, o.feedback_id, o.stars, o.given_at, o.ended_at
                  from unnest(:sellers, :orders) as wanted (seller_id, order_id)
                  join health.opinion o on o.seller_id = wanted.seller_id and o.order_id = wanted.order_id
                 order by o.given_at, o.feedback_id
                """)
                .param("sellers", facts.stream().map(it -> it.seller().value()).toArray(String[]::new))
                .param("orders", facts.stream().map(it -> it.order().value()).toArray(String[]::new))
                .query(row -> {
                    OrderFacts.Opinion opinion = new OrderFacts.Opinion(
                            row.getObject("feedback_id", UUID.class),
                            row.getInt("stars"),
                            Utc.instant(row, "given_at"),
                            Utc.nullable(row, "ended_at"));
                    byKey.computeIfPresent(
                            row.getString("seller_id") + "/" + row.getString("order_id"),
                            (key, it) -> it.with(opinion));
                });
        return facts.stream()
                .map(it -> byKey.getOrDefault(it.seller() + "/" + it.order(), it))
                .toList();
    }

    private static List<OrderFacts.Arrival> arrivals(ResultSet row) throws SQLException {
        Array units = row.getArray("arrived_units");
        if (units == null) {
            return List.of();
        }
        Integer[] each = (Integer[]) units.getArray();
        Timestamp[] at = (Timestamp[]) row.getArray("arrived_at").getArray();
        return IntStream.range(0, each.length)
                .mapToObj(it -> new OrderFacts.Arrival(each[it], at[it].toInstant()))
                .toList();
    }

    private static OrderFacts facts(ResultSet row, int number) throws SQLException {
        return new OrderFacts(
                new OrderFacts.Placed(
                        new SellerId(row.getString("seller_id")),
                        new OrderId(row.getString("order_id")),
                        new MarketplaceId(row.getString("marketplace_id")),
                        Utc.instant(row, "ordered_at"),
                        Utc.instant(row, "ship_by"),
                        Utc.instant(row, "promised_by"),
                        row.getInt("units"),
                        row.getLong("sales_minor")),
                Utc.nullable(row, "confirmed_at"),
                row.getBoolean("tracked"),
                Utc.nullable(row, "delivered_at"),
                arrivals(row),
                Utc.nullable(row, "cancelled_at"),
                row.getBoolean("cancelled_by_seller"),
                List.of());
    }

    /** Writes what has changed, order by order. */
    void save(List<OrderFacts> before, List<OrderFacts> after) {
        List<SqlParameterSource> orders = new ArrayList<>();
        List<SqlParameterSource> opinions = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            OrderFacts old = before.get(i);
            OrderFacts changed = after.get(i);
            if (!changed.equals(old)) {
                orders.add(progress(changed));
                changed.feedback().stream()
                        .filter(it -> !old.feedback().contains(it))
                        .map(it -> new MapSqlParameterSource()
                                .addValue("seller", changed.seller().value())
                                .addValue("order", changed.order().value())
                                .addValue("id", it.id())
                                .addValue("stars", it.stars())
                                .addValue("givenAt", Utc.of(it.givenAt()))
                                .addValue("endedAt", Utc.ofNullable(it.endedAt())))
                        .forEach(opinions::add);
            }
        }
        writes.add("""
                update health.order_facts
                   set confirmed_at = :confirmedAt, tracked = :tracked, delivered_at = :deliveredAt,
                       arrived_units = :arrivedUnits, arrived_at = cast(:arrivedAt as timestamptz[]),
                       cancelled_at = :cancelledAt, cancelled_by_seller = :cancelledBySeller
                 where seller_id = :seller
                   and order_id = :order
                """, orders.toArray(SqlParameterSource[]::new));
        writes.add("""
                insert into health.opinion (seller_id, order_id, feedback_id, stars, given_at, ended_at)
                values (:seller, :order, :id, :stars, :givenAt, :endedAt)
                on conflict (seller_id, order_id, feedback_id) do update set ended_at = excluded.ended_at
                """, opinions.toArray(SqlParameterSource[]::new));
    }

    /** Moves tallies by differences, in the order of their keys. */
    void move(Map<TallyKey, Tally> differences) {
        writes.add(
                MOVE,
                differences.entrySet().stream()
                        .map(it -> row(it.getKey(), it.getValue()))
                        .toArray(SqlParameterSource[]::new));
    }

    private static SqlParameterSource row(TallyKey key, Tally difference) {
        MapSqlParameterSource row = new MapSqlParameterSource()
                .addValue("seller", key.seller().value())
                .addValue("marketplace", key.marketplace().value())
                .addValue("day", key.day())
                .addValue("slot", key.slot());
        for (Tally.Measure measure : Tally.Measure.values()) {
            row.addValue(measure.column(), difference.get(measure));
        }
        return row;
    }

    private static final String MOVE = """
            insert into health.tally
                   (seller_id, marketplace_id, day, slot, %s)
            values (:seller, :marketplace, :day, :slot, %s)
                on conflict (seller_id, marketplace_id, day, slot) do update
               set %s
            """.formatted(
                    measures(it -> it), measures(it -> ":" + it), measures(it -> "%1$s = tally.%1$s + excluded.%1$s"
                            .formatted(it)));

    private static String measures(UnaryOperator<String> say) {
        return Stream.of(Tally.Measure.values())
                .map(it -> say.apply(it.column()))
                .collect(Collectors.joining(", "));
    }

    /** A seller's tallies by day, both days included. */
    Map<LocalDate, Tally> days(SellerId seller, MarketplaceId marketplace, LocalDate first, LocalDate last) {
        Map<LocalDate, Tally> days = new HashMap<>();
        db.sql("""
                select day,
                       sum(orders) as orders, sum(sales_minor) as sales_minor,
                       sum(order_defects) as order_defects,
                       sum(negative_feedback) as negative_feedback,
                       sum(cancelled_by_seller) as cancelled_by_seller, sum(due) as due,
                       sum(due_open) as due_open, sum(due_late) as due_late,
                       sum(promised_units) as promised_units, sum(on_time_units) as on_time_units,
                       sum(feedback_positive) as feedback_positive,
                       sum(feedback_neutral) as feedback_neutral,
                       sum(feedback_negative) as feedback_negative
                  from health.tally
                 where seller_id = :seller
                   and marketplace_id = :marketplace
                   and day between :first and :last
                 group by day
                """)
                .param("seller", seller.value())
                .param("marketplace", marketplace.value())
                .param("first", first)
                .param("last", last)
                .query(row -> {
                    days.put(row.getObject("day", LocalDate.class), tally(row));
                });
        return days;
    }

    /** The tallies of a whole seller by marketplace and day, for the audit. */
    Map<TallyKey, Tally> allOf(SellerId seller) {
        Map<TallyKey, Tally> tallies = new HashMap<>();
        db.sql("""
                select marketplace_id, day,
                       sum(orders) as orders, sum(sales_minor) as sales_minor,
                       sum(order_defects) as order_defects,
                       sum(negative_feedback) as negative_feedback,
                       sum(cancelled_by_seller) as cancelled_by_seller, sum(due) as due,
                       sum(due_open) as due_open, sum(due_late) as due_late,
                       sum(promised_units) as promised_units, sum(on_time_units) as on_time_units,
                       sum(feedback_positive) as feedback_positive,
                       sum(feedback_neutral) as feedback_neutral,
                       sum(feedback_negative) as feedback_negative
                  from health.tally
                 where seller_id = :seller
                 group by marketplace_id, day
                """).param("seller", seller.value()).query(row -> {
            tallies.put(
                    new TallyKey(
                            seller,
                            new MarketplaceId(row.getString("marketplace_id")),
                            row.getObject("day", LocalDate.class),
                            0),
                    tally(row));
        });
        tallies.values().removeIf(Tally::isZero);
        return tallies;
    }

    /** Everyone who has tallies, for the audit. */
    List<SellerId> sellers() {
        return db.sql("select distinct seller_id from health.tally order by seller_id")
                .query((row, number) -> new SellerId(row.getString("seller_id")))
                .list();
    }

    private static Tally tally(ResultSet row) throws SQLException {
        Tally tally = new Tally();
        for (Tally.Measure measure : Tally.Measure.values()) {
            tally.add(measure, row.getLong(measure.column()));
        }
        return tally;
    }

    /** Orders that are still to ship and were due from an instant on until now. */
    long overdue(SellerId seller, MarketplaceId marketplace, Instant since, Instant now) {
        return db.sql("""
                select count(*)
                  from health.order_facts
                 where seller_id = :seller
                   and marketplace_id = :marketplace
                   and ship_by >= :since
                   and ship_by < :now
                   and confirmed_at is null
                   and cancelled_at is null
                """)
                .param("seller", seller.value())
                .param("marketplace", marketplace.value())
                .param("since", Utc.of(since))
                .param("now", Utc.of(now))
                .query(Long.class)
                .single();
    }
}
