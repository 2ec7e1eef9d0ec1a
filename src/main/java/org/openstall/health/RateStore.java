package org.openstall.health;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.Money;
import org.openstall.kernel.OrderId;
import org.openstall.kernel.Page;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.TimeKey;
import org.openstall.kernel.Utc;
import org.openstall.marketplaces.Marketplace;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sums: of tallies for now, of facts for the past. */
@Repository
class RateStore {
    /** Every seller's id begins with an A; these two surround them in any collation. */
    private static final String BEFORE_ALL_SELLERS = "A";

    private static final String AFTER_ALL_SELLERS = "B";

    /** How many of an order's units had arrived in time, as far as was known. */
    private static final String ON_TIME_UNITS = """
            case when f.arrived_at is not null
                 then (select coalesce(sum(arrival.units), 0)
                         from unnest(f.arrived_units, f.arrived_at) as arrival (units, at)
                        where arrival.at <= :asOf
                          and arrival.at <= f.promised_by)
                 when f.delivered_at <= :asOf and f.delivered_at <= f.promised_by then f.units
                 else 0 end""";

    private final JdbcClient db;

    RateStore(JdbcClient db) {
        this.db = db;
    }

    /** Above and below the line. */
    record Fraction(long numerator, long denominator) {}

    /**
     * The rates of sellers as of an instant, from the facts known by then.
     *
     * @param seller only that one, or null for everyone in the marketplace
     */
    Map<SellerId, Map<Metric, Fraction>> asOf(
            MarketplaceId marketplace, @Nullable SellerId seller, Map<Metric, Window> windows, Instant asOf) {
        return fractions(db.sql("""
                select seller_id,
                       count(*) filter (where in_defect_window and negative) as order_defect,
                       count(*) filter (where in_defect_window) as order_defect_of,
                       count(*) filter (where in_defect_window and negative) as negative_feedback,
                       count(*) filter (where in_defect_window) as negative_feedback_of,
                       count(*) filter (where in_short_window and open_or_shipped and late) as late_shipment_10d,
                       count(*) filter (where in_short_window and open_or_shipped) as late_shipment_10d_of,
                       count(*) filter (where in_long_window and open_or_shipped and late) as late_shipment_30d,
                       count(*) filter (where in_long_window and open_or_shipped) as late_shipment_30d_of,
                       count(*) filter (where in_cancel_window and cancelled_by_seller_by_then) as cancel,
                       count(*) filter (where in_cancel_window) as cancel_of,
                       coalesce(sum(on_time_units) filter (where in_delivery_window and under_way), 0)
                           as on_time_delivery,
                       coalesce(sum(units) filter (where in_delivery_window and under_way), 0)
                           as on_time_delivery_of
                  from (select f.seller_id, f.units,
                               f.order_day between :orderDefectFirst and :orderDefectLast as in_defect_window,
                               f.ship_by_day between :shortFirst and :shortLast as in_short_window,
                               f.ship_by_day between :longFirst and :longLast as in_long_window,
                               f.order_day between :cancelFirst and :cancelLast as in_cancel_window,
                               f.promised_day between :deliveryFirst and :deliveryLast as in_delivery_window,
                               f.cancelled_at is null or f.cancelled_at > :asOf as open_or_shipped,
                               f.cancelled_by_seller and f.cancelled_at <= :asOf as cancelled_by_seller_by_then,
                               case when f.confirmed_at <= :asOf then f.confirmed_at > f.ship_by
                                    else f.ship_by < :asOf end as late,
                               coalesce(f.confirmed_at <= :asOf and f.tracked, false) as under_way,
                               %s as on_time_units,
                               exists (select 1
                                         from health.opinion o
                                        where o.seller_id = f.seller_id
                                          and o.order_id = f.order_id
                                          and o.stars <= 2
                                          and o.given_at <= :asOf
                                          and (o.ended_at is null or o.ended_at > :asOf)) as negative
                          from health.order_facts f
                         where f.marketplace_id = :marketplace
                           and f.seller_id between :firstSeller and :lastSeller
                           and f.ordered_at <= :asOf
                           and (f.order_day between :orderDefectFirst and :orderDefectLast
                                or f.order_day between :cancelFirst and :cancelLast
                                or f.ship_by_day between :shortFirst and :shortLast
                                or f.ship_by_day between :longFirst and :longLast
                                or f.promised_day between :deliveryFirst and :deliveryLast)) as known
                 group by seller_id
                 order by seller_id
                """.formatted(ON_TIME_UNITS))
                .paramSource(windows(windows)
                        .addValue("marketplace", marketplace.value())
                        .addValue("firstSeller", seller == null ? BEFORE_ALL_SELLERS : seller.value())
                        .addValue("lastSeller", seller == null ? AFTER_ALL_SELLERS : seller.value())
                        .addValue("asOf", Utc.of(asOf))));
    }

    /** The rates of everyone in a marketplace now, from the tallies. */
    Map<SellerId, Map<Metric, Fraction>> now(
            MarketplaceId marketplace,
            Map<Metric, Window> windows,
            LocalDate today,
            Instant startOfToday,
            Instant now) {
        return fractions(db.sql("""
                select t.seller_id,
                       coalesce(sum(order_defects) filter (where day between :orderDefectFirst and :orderDefectLast), 0)
                           as order_defect,
                       coalesce(sum(orders) filter (where day between :orderDefectFirst and :orderDefectLast), 0)
                           as order_defect_of,
                       coalesce(sum(negative_feedback)
                           filter (where day between :orderDefectFirst and :orderDefectLast), 0) as negative_feedback,
                       coalesce(sum(orders) filter (where day between :orderDefectFirst and :orderDefectLast), 0)
                           as negative_feedback_of,
                       coalesce(sum(due_late + case when day < :today then due_open else 0 end)
                           filter (where day between :shortFirst and :shortLast), 0)
                           + case when cast(:today as date) between :shortFirst and :shortLast
                                  then coalesce(max(overdue.late), 0) else 0 end as late_shipment_10d,
                       coalesce(sum(due) filter (where day between :shortFirst and :shortLast), 0)
                           as late_shipment_10d_of,
                       coalesce(sum(due_late + case when day < :today then due_open else 0 end)
                           filter (where day between :longFirst and :longLast), 0)
                           + case when cast(:today as date) between :longFirst and :longLast
                                  then coalesce(max(overdue.late), 0) else 0 end as late_shipment_30d,
                       coalesce(sum(due) filter (where day between :longFirst and :longLast), 0)
                           as late_shipment_30d_of,
                       coalesce(sum(cancelled_by_seller) filter (where day between :cancelFirst and :cancelLast), 0)
                           as cancel,
                       coalesce(sum(orders) filter (where day between :cancelFirst and :cancelLast), 0) as cancel_of,
                       coalesce(sum(on_time_units) filter (where day between :deliveryFirst and :deliveryLast), 0)
                           as on_time_delivery,
                       coalesce(sum(promised_units) filter (where day between :deliveryFirst and :deliveryLast), 0)
                           as on_time_delivery_of
                  from health.tally t
                  left join (select f.seller_id, count(*) as late
                               from (select distinct seller_id
                                       from health.tally
                                      where marketplace_id = :marketplace
                                        and day = :today
                                        and due_open > 0) busy
                               join health.order_facts f on f.seller_id = busy.seller_id
                              where f.marketplace_id = :marketplace
                                and f.ship_by >= :startOfToday
                                and f.ship_by < :now
                                and f.confirmed_at is null
                                and f.cancelled_at is null
                              group by f.seller_id) overdue on overdue.seller_id = t.seller_id
                 where t.marketplace_id = :marketplace
                   and t.day between :first and :last
                 group by t.seller_id
                 order by t.seller_id
                """)
                .paramSource(windows(windows)
                        .addValue("marketplace", marketplace.value())
                        .addValue("today", today)
                        .addValue("startOfToday", Utc.of(startOfToday))
                        .addValue("now", Utc.of(now))));
    }

    private static MapSqlParameterSource windows(Map<Metric, Window> windows) {
        MapSqlParameterSource parameters = new MapSqlParameterSource();
        add(parameters, "orderDefect", windows.get(Metric.ORDER_DEFECT));
        add(parameters, "short", windows.get(Metric.LATE_SHIPMENT_SHORT));
        add(parameters, "long", windows.get(Metric.LATE_SHIPMENT_LONG));
        add(parameters, "cancel", windows.get(Metric.CANCEL));
        add(parameters, "delivery", windows.get(Metric.ON_TIME_DELIVERY));
        parameters
                .addValue(
                        "first",
                        windows.values().stream()
                                .map(Window::first)
                                .min(LocalDate::compareTo)
                                .orElseThrow())
                .addValue(
                        "last",
                        windows.values().stream()
                                .map(Window::last)
                                .max(LocalDate::compareTo)
                                .orElseThrow());
        return parameters;
    }

    private static void add(MapSqlParameterSource parameters, String name, @Nullable Window window) {
        if (window == null) {
            throw new IllegalArgumentException("No window for " + name);
        }
        parameters.addValue(name + "First", window.first()).addValue(name + "Last", window.last());
    }

    private static Map<SellerId, Map<Metric, Fraction>> fractions(JdbcClient.StatementSpec query) {
        Map<SellerId, Map<Metric, Fraction>> sellers = new HashMap<>();
        query.query(row -> {
            Map<Metric, Fraction> rates = new EnumMap<>(Metric.class);
            for (Metric metric : Metric.values()) {
                rates.put(metric, new Fraction(row.getLong(metric.code()), row.getLong(metric.code() + "_of")));
            }
            sellers.put(new SellerId(row.getString("seller_id")), rates);
        });
        return sellers;
    }

    /** The score of feedback in force, given in so many days up to the last or, for 0 days, ever. */
    List<FeedbackScore> scores(SellerId seller, MarketplaceId marketplace, List<Integer> lengths, LocalDate last) {
        return db.sql("""
                select w.days,
                       coalesce(sum(t.positive) filter (where w.days = 0 or t.day > :last - w.days), 0) as positive,
                       coalesce(sum(t.neutral) filter (where w.days = 0 or t.day > :last - w.days), 0) as neutral,
                       coalesce(sum(t.negative) filter (where w.days = 0 or t.day > :last - w.days), 0) as negative
                  from unnest(:lengths) with ordinality as w (days, position)
                  left join (select day, sum(feedback_positive) as positive, sum(feedback_neutral) as neutral,
                                    sum(feedback_negative) as negative
                               from health.tally
                              where seller_id = :seller
                                and marketplace_id = :marketplace
                                and day <= :last
                                and feedback_positive + feedback_neutral + feedback_negative > 0
                              group by day) as t on true
                 group by w.days, w.position
                 order by w.position
                """)
                .param("lengths", lengths.toArray(Integer[]::new))
                .param("last", last)
                .param("seller", seller.value())
                .param("marketplace", marketplace.value())
                .query((row, number) -> new FeedbackScore(
                        row.getInt("days"), row.getLong("positive"), row.getLong("neutral"), row.getLong("negative")))
                .list();
    }

    /** What was ordered in a marketplace, by day; days without orders are left out. */
    List<Day> days(Marketplace place, LocalDate first, LocalDate last) {
        return db.sql("""
                select day, sum(orders) as orders, sum(sales_minor) as sales_minor,
                       sum(order_defects) as order_defects
                  from health.tally
                 where marketplace_id = :marketplace
                   and day between :first and :last
                 group by day
                 order by day
                """)
                .param("marketplace", place.id().value())
                .param("first", first)
                .param("last", last)
                .query((row, number) -> new Day(
                        row.getObject("day", LocalDate.class),
                        row.getLong("orders"),
                        new Money(row.getLong("sales_minor"), place.currency()),
                        row.getLong("order_defects")))
                .list();
    }

    /** The last day on which anything was ordered in a marketplace. */
    Optional<LocalDate> lastOrderDay(MarketplaceId marketplace) {
        return db.sql("""
                select day
                  from health.tally
                 where marketplace_id = :marketplace
                   and orders > 0
                 order by day desc
                 limit 1
                """)
                .param("marketplace", marketplace.value())
                .query(LocalDate.class)
                .optional();
    }

    Optional<LocalDate> lastOrderDay(SellerId seller, MarketplaceId marketplace) {
        return db.sql("""
                select day
                  from health.tally
                 where seller_id = :seller
                   and marketplace_id = :marketplace
                   and orders > 0
                 order by day desc
                 limit 1
                """)
                .param("seller", seller.value())
                .param("marketplace", marketplace.value())
                .query(LocalDate.class)
                .optional();
    }

    /** The orders that spoil a rate as of an instant, the newest first. */
    Page<OrderBehind> behind(
            SellerId seller,
            MarketplaceId marketplace,
            Metric metric,
            Window window,
            Instant asOf,
            @Nullable String after,
            int size) {
        TimeKey key = TimeKey.parse(after, TimeKey.NEWEST);
        List<OrderBehind> rows = db.sql(
                        switch (metric) {
                            case ORDER_DEFECT, NEGATIVE_FEEDBACK -> NEGATIVE;
                            case LATE_SHIPMENT_SHORT, LATE_SHIPMENT_LONG -> LATE;
                            case CANCEL -> CANCELLED;
                            case ON_TIME_DELIVERY -> NOT_ON_TIME;
                        })
                .param("seller", seller.value())
                .param("marketplace", marketplace.value())
                .param("first", window.first())
                .param("last", window.last())
                .param("asOf", Utc.of(asOf))
                .param("before", Utc.of(key.at()))
                .param("beforeId", key.id())
                .param("size", size + 1)
                .query(RateStore::behind)
                .list();
        return Page.cut(rows, size, it -> new TimeKey(it.orderedAt(), it.order().value()).toString());
    }

    private static final String NEGATIVE = """
            select f.order_id, f.ordered_at, f.ship_by, f.promised_by, f.units,
                   case when f.confirmed_at <= :asOf then f.confirmed_at end as confirmed_at,
                   case when f.delivered_at <= :asOf then f.delivered_at end as delivered_at,
                   case when f.cancelled_at <= :asOf then f.cancelled_at end as cancelled_at, o.stars
              from health.order_facts f
              join health.opinion o on o.seller_id = f.seller_id and o.order_id = f.order_id
             where f.seller_id = :seller
               and f.marketplace_id = :marketplace
               and f.order_day between :first and :last
               and f.ordered_at <= :asOf
               and o.stars <= 2
               and o.given_at <= :asOf
               and (o.ended_at is null or o.ended_at > :asOf)
               and (f.ordered_at, f.order_id) < (:before, :beforeId)
             order by f.ordered_at desc, f.order_id desc
             limit :size
            """;

    private static final String LATE = """
            select f.order_id, f.ordered_at, f.ship_by, f.promised_by, f.units,
                   case when f.confirmed_at <= :asOf then f.confirmed_at end as confirmed_at,
                   case when f.delivered_at <= :asOf then f.delivered_at end as delivered_at,
                   cast(null as timestamptz) as cancelled_at, cast(null as smallint) as stars
              from health.order_facts f
             where f.seller_id = :seller
               and f.marketplace_id = :marketplace
               and f.ship_by_day between :first and :last
               and f.ordered_at <= :asOf
               and (f.cancelled_at is null or f.cancelled_at > :asOf)
               and case when f.confirmed_at <= :asOf then f.confirmed_at > f.ship_by else f.ship_by < :asOf end
               and (f.ordered_at, f.order_id) < (:before, :beforeId)
             order by f.ordered_at desc, f.order_id desc
             limit :size
            """;

    private static final String CANCELLED = """
            select f.order_id, f.ordered_at, f.ship_by, f.promised_by, f.units,
                   cast(null as timestamptz) as confirmed_at, cast(null as timestamptz) as delivered_at,
                   f.cancelled_at, cast(null as smallint) as stars
              from health.order_facts f
             where f.seller_id = :seller
               and f.marketplace_id = :marketplace
               and f.order_day between :first and :last
               and f.ordered_at <= :asOf
               and f.cancelled_by_seller
               and f.cancelled_at <= :asOf
               and (f.ordered_at, f.order_id) < (:before, :beforeId)
             order by f.ordered_at desc, f.order_id desc
             limit :size
            """;

    private static final String NOT_ON_TIME = """
            select f.order_id, f.ordered_at, f.ship_by, f.promised_by,
                   f.units - %1$s as units, f.confirmed_at,
                   case when f.delivered_at <= :asOf then f.delivered_at end as delivered_at,
                   cast(null as timestamptz) as cancelled_at, cast(null as smallint) as stars
              from health.order_facts f
             where f.seller_id = :seller
               and f.marketplace_id = :marketplace
               and f.promised_day between :first and :last
               and f.ordered_at <= :asOf
               and f.confirmed_at <= :asOf
               and f.tracked
               and %1$s < f.units
               and (f.ordered_at, f.order_id) < (:before, :beforeId)
             order by f.ordered_at desc, f.order_id desc
             limit :size
            """.formatted(ON_TIME_UNITS);

    private static OrderBehind behind(ResultSet row, int number) throws SQLException {
        return new OrderBehind(
                new OrderId(row.getString("order_id")),
                Utc.instant(row, "ordered_at"),
                Utc.instant(row, "ship_by"),
                Utc.instant(row, "promised_by"),
                Utc.nullable(row, "confirmed_at"),
                Utc.nullable(row, "delivered_at"),
                Utc.nullable(row, "cancelled_at"),
                row.getObject("stars", Integer.class),
                row.getInt("units"));
    }
}
