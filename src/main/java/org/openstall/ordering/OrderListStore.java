package org.openstall.ordering;

import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.BuyerId;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.Money;
import org.openstall.kernel.OrderId;
import org.openstall.kernel.Page;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.Sku;
import org.openstall.kernel.TimeKey;
import org.openstall.kernel.Utc;
import org.openstall.listings.SalesDay;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists of orders, each read along an index made for it. */
@Repository
class OrderListStore {
    private final JdbcClient db;
    private final OrderStore orders;

    OrderListStore(JdbcClient db, OrderStore orders) {
        this.db = db;
        this.orders = orders;
    }

    Page<Order> of(BuyerId buyer, @Nullable String after, int size) {
        TimeKey key = TimeKey.parse(after, TimeKey.NEWEST);
        List<Order> rows = db.sql("""
                select %s
                  from (select seller_id, order_id, ordered_at as bought_at
                          from ordering.buyer_order
                         where buyer_id = :buyer
                           and (ordered_at, order_id) < (:at, :id)
                         order by ordered_at desc, order_id desc
                         limit %d) as bought
                  join ordering.orders using (seller_id, order_id)
                 order by bought_at desc, order_id desc
                """.formatted(OrderStore.COLUMNS, size + 1))
                .param("buyer", buyer.value())
                .param("at", Utc.of(key.at()))
                .param("id", key.id())
                .query(OrderStore::order)
                .list();
        return Page.cut(orders.withLines(rows), size, Orders::key);
    }

    /** @param text what to search for; null for all */
    Page<Order> of(
            SellerId seller,
            MarketplaceId marketplace,
            OrderTab tab,
            @Nullable String text,
            @Nullable String after,
            int size) {
        List<Order> rows = query(OrderStore.COLUMNS, seller, marketplace, tab, text, after, size)
                .query(OrderStore::order)
                .list();
        return Page.cut(orders.withLines(rows), size, it -> key(tab, text, it.orderedAt(), it.shipBy(), it.id()));
    }

    /** The same orders, and of each only what a line of a list tells. */
    Page<ListedOrder> list(
            SellerId seller,
            MarketplaceId marketplace,
            OrderTab tab,
            @Nullable String text,
            @Nullable String after,
            int size) {
        Map<String, ListedOrder> rows = new LinkedHashMap<>();
        query("""
                order_id, buyer_name, status, ordered_at, ship_by,
                coalesce(delivered_at, cancelled_at, confirmed_at) as moved_at, currency,
                items_minor + shipping_minor + shipping_tax_minor as total_minor
                """, seller, marketplace, tab, text, after, size).query(row -> {
            String id = row.getString("order_id");
            rows.put(
                    id,
                    new ListedOrder(
                            new OrderId(id),
                            row.getString("buyer_name"),
                            OrderStatus.valueOf(row.getString("status")),
                            Utc.instant(row, "ordered_at"),
                            Utc.instant(row, "ship_by"),
                            Utc.nullable(row, "moved_at"),
                            Money.of(row.getLong("total_minor"), row.getString("currency")),
                            "",
                            0,
                            0,
                            false));
        });
        if (!rows.isEmpty()) {
            addLines(seller, rows);
        }
        return Page.cut(List.copyOf(rows.values()), size, it -> key(tab, text, it.orderedAt(), it.shipBy(), it.id()));
    }

    private void addLines(SellerId seller, Map<String, ListedOrder> rows) {
        db.sql("""
                select order_id, title, quantity, gift_message is not null as gift,
                       quantity * coalesce(gift_wrap_minor, 0) + tax_minor + gift_wrap_tax_minor as more_minor
                  from ordering.order_line
                 where seller_id = :seller
                   and order_id = any(:orders)
                 order by order_id, line
                """)
                .param("seller", seller.value())
                .param("orders", rows.keySet().toArray(String[]::new))
                .query(row -> {
                    ListedOrder order = Objects.requireNonNull(rows.get(row.getString("order_id")));
                    rows.put(
                            order.id().value(),
                            order.withLine(
                                    row.getString("title"),
                                    row.getInt("quantity"),
                                    row.getBoolean("gift"),
                                    row.getLong("more_minor")));
                });
    }

    /**
     * A list of everything is planned once for all sellers: its size stands in the statement, and who asks is kept from the
     * planner by a {@code select}. For a search it is better to know whether the seller has ten orders or a million.
     */
    private JdbcClient.StatementSpec query(
            String columns,
            SellerId seller,
            MarketplaceId marketplace,
            OrderTab tab,
            @Nullable String text,
            @Nullable String after,
            int size) {
        boolean byUrgency = isByUrgency(tab, text);
        TimeKey key = TimeKey.parse(after, byUrgency ? TimeKey.OLDEST : TimeKey.NEWEST);
        return db.sql("""
                select %s
                  from ordering.orders
                 where seller_id = %s
                   and marketplace_id = :marketplace
                   and %s
                   and %s
                   and %s
                 limit %d
                """.formatted(
                                columns,
                                text == null ? "(select :seller)" : ":seller",
                                switch (tab) {
                                    case TO_SHIP -> "status in ('UNSHIPPED', 'PARTIALLY_SHIPPED')";
                                    case SHIPPED -> "status in ('SHIPPED', 'DELIVERED')";
                                    case CANCELLED -> "status = 'CANCELLED'";
                                    case ALL -> "true";
                                },
                                text == null ? "true" : """
                                (order_id = :text
                                 or external_id = :text
                                 or starts_with(lower(buyer_name) collate "C", lower(:text)))
                                """,
                                byUrgency
                                        ? "(ship_by, order_id) > (:at, :id) order by ship_by, order_id"
                                        : "(ordered_at, order_id) < (:at, :id) order by ordered_at desc, order_id desc",
                                size + 1))
                .param("seller", seller.value())
                .param("marketplace", marketplace.value())
                .param("text", text)
                .param("at", Utc.of(key.at()))
                .param("id", key.id());
    }

    /** What is to be shipped comes by urgency, everything else, and what a search finds, newest first. */
    private static boolean isByUrgency(OrderTab tab, @Nullable String text) {
        return tab == OrderTab.TO_SHIP && text == null;
    }

    private static String key(OrderTab tab, @Nullable String text, Instant orderedAt, Instant shipBy, OrderId id) {
        return new TimeKey(isByUrgency(tab, text) ? shipBy : orderedAt, id.value()).toString();
    }

    /** Planned once for all sellers, like their lists. */
    Orders.Backlog backlog(SellerId seller, MarketplaceId marketplace, Instant now) {
        return db.sql("""
                select count(*) as orders, count(*) filter (where ship_by < :now) as overdue, min(ship_by) as next
                  from (select ship_by
                          from ordering.orders
                         where seller_id = (select :seller)
                           and marketplace_id = :marketplace
                           and status in ('UNSHIPPED', 'PARTIALLY_SHIPPED')
                         order by ship_by
                         limit %d) as waiting
                """.formatted(Orders.Backlog.MOST))
                .param("seller", seller.value())
                .param("marketplace", marketplace.value())
                .param("now", Utc.of(now))
                .query((row, number) ->
                        new Orders.Backlog(row.getInt("orders"), row.getInt("overdue"), Utc.nullable(row, "next")))
                .single();
    }

    /** What was promised and what came of it, of the latest orders that were confirmed. */
    record Handled(Instant orderedAt, Instant shipBy, Instant confirmedAt) {}

    List<Handled> handled(SellerId seller, MarketplaceId marketplace, Instant orderedFrom, Instant from, int most) {
        return db.sql("""
                select ordered_at, ship_by, confirmed_at
                  from ordering.orders
                 where seller_id = :seller
                   and marketplace_id = :marketplace
                   and ordered_at >= :orderedFrom
                   and confirmed_at >= :from
                 order by ordered_at desc, order_id desc
                 limit :most
                """)
                .param("seller", seller.value())
                .param("marketplace", marketplace.value())
                .param("orderedFrom", Utc.of(orderedFrom))
                .param("from", Utc.of(from))
                .param("most", most)
                .query((row, number) -> new Handled(
                        Utc.instant(row, "ordered_at"), Utc.instant(row, "ship_by"), Utc.instant(row, "confirmed_at")))
                .list();
    }

    List<Order> findAnywhere(String id) {
        return orders.withLines(db.sql("""
                select %s
                  from ordering.orders
                 where order_id = :id
                    or external_id = :id
                 order by order_id
                 limit 100
                """.formatted(OrderStore.COLUMNS))
                .param("id", id)
                .query(OrderStore::order)
                .list());
    }

    Page<Order> all(@Nullable String after, int size) {
        String[] key = after == null ? new String[] {"", ""} : after.split("/", 2);
        List<Order> rows = db.sql("""
                select %s
                  from ordering.orders
                 where (seller_id, order_id) > (:seller, :order)
                 order by seller_id, order_id
                 limit :size
                """.formatted(OrderStore.COLUMNS))
                .param("seller", key[0])
                .param("order", key[1])
                .param("size", size + 1)
                .query(OrderStore::order)
                .list();
        return Page.cut(orders.withLines(rows), size, it -> it.seller() + "/" + it.id());
    }

    /** What a buyer's list says of an order. */
    record Listed(SellerId seller, Instant orderedAt) {}

    /** What their buyers' lists say of the orders; those that are not in them are left out. */
    Map<OrderId, Listed> listed(List<Order> orders) {
        Map<OrderId, Listed> listed = new HashMap<>();
        db.sql("""
                select b.order_id, b.seller_id, b.ordered_at
                  from unnest(:buyers, :orders) as wanted (buyer_id, order_id)
                  join ordering.buyer_order b on b.buyer_id = wanted.buyer_id and b.order_id = wanted.order_id
                """)
                .param("buyers", orders.stream().map(it -> it.buyer().value()).toArray(UUID[]::new))
                .param("orders", orders.stream().map(it -> it.id().value()).toArray(String[]::new))
                .query(row -> {
                    listed.put(
                            new OrderId(row.getString("order_id")),
                            new Listed(new SellerId(row.getString("seller_id")), Utc.instant(row, "ordered_at")));
                });
        return listed;
    }

    long countListed() {
        return db.sql("select count(*) from ordering.buyer_order")
                .query(Long.class)
                .single();
    }

    /** A seller in a marketplace in which he has orders. */
    record Shop(SellerId seller, MarketplaceId marketplace) {}

    List<Shop> shops() {
        return db.sql("""
                select distinct seller_id, marketplace_id
                  from ordering.orders
                 order by seller_id, marketplace_id
                """)
                .query((row, number) -> new Shop(
                        new SellerId(row.getString("seller_id")), new MarketplaceId(row.getString("marketplace_id"))))
                .list();
    }

    /** Units of orders that were not cancelled, by SKU and the local day on which they were placed. */
    Map<SalesDay, Integer> unitsByDay(Shop shop, ZoneId zone) {
        Map<SalesDay, Integer> units = new HashMap<>();
        db.sql("""
                select l.sku, (o.ordered_at at time zone :zone)::date as day, sum(l.quantity) as units
                  from ordering.orders o
                  join ordering.order_line l
                    on l.seller_id = o.seller_id
                   and l.order_id = o.order_id
                 where o.seller_id = :seller
                   and o.marketplace_id = :marketplace
                   and o.cancelled_at is null
                 group by l.sku, day
                """)
                .param("seller", shop.seller().value())
                .param("marketplace", shop.marketplace().value())
                .param("zone", zone.getId())
                .query((ResultSet row) -> {
                    units.put(
                            new SalesDay(new Sku(row.getString("sku")), row.getObject("day", LocalDate.class)),
                            row.getInt("units"));
                });
        return units;
    }
}
