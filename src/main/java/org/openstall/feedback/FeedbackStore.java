package org.openstall.feedback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.BuyerId;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.OrderId;
import org.openstall.kernel.Page;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.TimeKey;
import org.openstall.kernel.Utc;
import org.openstall.kernel.Writes;
import org.openstall.ordering.Order;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class FeedbackStore {
    private static final TimeKey NEWEST = new TimeKey(TimeKey.NEWEST.at(), new UUID(-1, -1).toString());

    private final JdbcClient db;
    private final Writes writes;

    FeedbackStore(JdbcClient db, Writes writes) {
        this.db = db;
        this.writes = writes;
    }

    private static final String INSERT = """
            insert into feedback.feedback
                   (seller_id, order_id, feedback_id, marketplace_id, buyer_id, buyer_name, stars,
                    arrived_on_time, as_described, good_service, comment, given_at, ended_at, end_reason)
            values (:seller, :order, :id, :marketplace, :buyer, :buyerName, :stars,
                    :arrivedOnTime, :asDescribed, :goodService, :comment, :givenAt, :endedAt, :end)
            """;

    /** Adds feedback on an order that has none yet, not even removed. False if it has. */
    boolean addFirst(Feedback feedback) {
        return db.sql("""
                        insert into feedback.feedback
                               (seller_id, order_id, feedback_id, marketplace_id, buyer_id, buyer_name, stars,
                                arrived_on_time, as_described, good_service, comment, given_at)
                        select :seller, :order, :id, :marketplace, :buyer, :buyerName, :stars,
                               :arrivedOnTime, :asDescribed, :goodService, :comment, :givenAt
                         where not exists (
                               select 1 from feedback.feedback where seller_id = :seller and order_id = :order)
                        on conflict (seller_id, order_id) where ended_at is null do nothing
                        """).paramSource(parameters(feedback)).update() == 1;
    }

    void addAll(List<Feedback> feedback) {
        writes.add(INSERT, feedback.stream().map(FeedbackStore::parameters).toArray(SqlParameterSource[]::new));
    }

    private static final String END = """
            update feedback.feedback
               set ended_at = :endedAt, end_reason = :end
             where seller_id = :seller
               and order_id = :order
               and feedback_id = :id
               and ended_at is null
            """;

    int end(Feedback feedback, Instant at, Feedback.End end) {
        return db.sql(END)
                .param("seller", feedback.seller().value())
                .param("order", feedback.order().value())
                .param("id", feedback.id())
                .param("endedAt", Utc.of(at))
                .param("end", end.name())
                .update();
    }

    void endAll(List<Feedback> feedback) {
        writes.add(END, feedback.stream().map(FeedbackStore::parameters).toArray(SqlParameterSource[]::new));
    }

    private static MapSqlParameterSource parameters(Feedback feedback) {
        return new MapSqlParameterSource()
                .addValue("seller", feedback.seller().value())
                .addValue("order", feedback.order().value())
                .addValue("id", feedback.id())
                .addValue("marketplace", feedback.marketplace().value())
                .addValue("buyer", feedback.buyer().value())
                .addValue("buyerName", feedback.buyerName())
                .addValue("stars", feedback.stars())
                .addValue("arrivedOnTime", feedback.answers().arrivedOnTime())
                .addValue("asDescribed", feedback.answers().asDescribed())
                .addValue("goodService", feedback.answers().goodService())
                .addValue("comment", feedback.comment())
                .addValue("givenAt", Utc.of(feedback.givenAt()))
                .addValue("endedAt", Utc.ofNullable(feedback.endedAt()))
                .addValue("end", feedback.end() == null ? null : feedback.end().name());
    }

    /** All feedback on the orders, whether in force or not. */
    List<Feedback> of(SellerId seller, List<OrderId> orders) {
        if (orders.isEmpty()) {
            return List.of();
        }
        return db.sql("""
                select seller_id, order_id, feedback_id, marketplace_id, buyer_id, buyer_name, stars,
                       arrived_on_time, as_described, good_service, comment, given_at, ended_at, end_reason
                  from feedback.feedback
                 where seller_id = :seller
                   and order_id = any(:orders)
                 order by given_at, feedback_id
                """)
                .param("seller", seller.value())
                .param("orders", orders.stream().map(OrderId::value).toArray(String[]::new))
                .query(FeedbackStore::feedback)
                .list();
    }

    /** Those of the orders on which there is feedback, in force or not. */
    Set<OrderId> judged(Collection<Order> orders) {
        return Set.copyOf(db.sql("""
                select distinct order_id
                  from unnest(:sellers, :orders) as wanted (seller_id, order_id)
                  join feedback.feedback using (seller_id, order_id)
                 order by order_id
                """)
                .param("sellers", orders.stream().map(it -> it.seller().value()).toArray(String[]::new))
                .param("orders", orders.stream().map(it -> it.id().value()).toArray(String[]::new))
                .query((row, number) -> new OrderId(row.getString("order_id")))
                .list());
    }

    List<Feedback> known(Collection<Feedback> feedback) {
        return db.sql("""
                select f.seller_id, f.order_id, f.feedback_id, f.marketplace_id, f.buyer_id, f.buyer_name, f.stars,
                       f.arrived_on_time, f.as_described, f.good_service, f.comment, f.given_at, f.ended_at,
                       f.end_reason
                  from unnest(:sellers, :orders, :ids) as wanted (seller_id, order_id, feedback_id)
                  join feedback.feedback f
                    on f.seller_id = wanted.seller_id
                   and f.order_id = wanted.order_id
                   and f.feedback_id = wanted.feedback_id
                """)
                .param(
                        "sellers",
                        feedback.stream().map(it -> it.seller().value()).toArray(String[]::new))
                .param("orders", feedback.stream().map(it -> it.order().value()).toArray(String[]::new))
                .param("ids", feedback.stream().map(Feedback::id).toArray(UUID[]::new))
                .query(FeedbackStore::feedback)
                .list();
    }

    /** All that is in force and {@linkplain Feedback#isAgainstOffers() against offers}, seller by seller. */
    Page<Feedback> againstOffers(@Nullable String after, int size) {
        String[] key = after == null ? new String[] {"", ""} : after.split("/", 2);
        List<Feedback> rows = db.sql("""
                select seller_id, order_id, feedback_id, marketplace_id, buyer_id, buyer_name, stars,
                       arrived_on_time, as_described, good_service, comment, given_at, ended_at, end_reason
                  from feedback.feedback
                 where (seller_id, order_id) > (:seller, :order)
                   and ended_at is null
                   and stars <= 2
                   and not as_described
                 order by seller_id, order_id
                 limit :size
                """)
                .param("seller", key[0])
                .param("order", key[1])
                .param("size", size + 1)
                .query(FeedbackStore::feedback)
                .list();
        return Page.cut(rows, size, it -> it.seller() + "/" + it.order());
    }

    /** Those of a seller's with the ids. */
    List<Feedback> againstOffers(SellerId seller, Collection<String> ids) {
        return db.sql("""
                select seller_id, order_id, feedback_id, marketplace_id, buyer_id, buyer_name, stars,
                       arrived_on_time, as_described, good_service, comment, given_at, ended_at, end_reason
                  from feedback.feedback
                 where seller_id = :seller
                   and feedback_id::text = any(:ids)
                   and ended_at is null
                   and stars <= 2
                   and not as_described
                 order by order_id
                """)
                .param("seller", seller.value())
                .param("ids", ids.toArray(String[]::new))
                .query(FeedbackStore::feedback)
                .list();
    }

    private static TimeKey key(@Nullable String after) {
        TimeKey key = TimeKey.parse(after, NEWEST);
        try {
            UUID.fromString(key.id());
            return key;
        } catch (IllegalArgumentException notAKey) {
            return NEWEST;
        }
    }

    Page<Feedback> of(
            SellerId seller, MarketplaceId marketplace, @Nullable Integer stars, @Nullable String after, int size) {
        TimeKey key = key(after);
        List<Feedback> rows = db.sql("""
                select seller_id, order_id, feedback_id, marketplace_id, buyer_id, buyer_name, stars,
                       arrived_on_time, as_described, good_service, comment, given_at, ended_at, end_reason
                  from feedback.feedback
                 where seller_id = :seller
                   and marketplace_id = :marketplace
                   and ended_at is null
                   and stars between :least and :most
                   and (given_at, feedback_id) < (:before, :beforeId)
                 order by given_at desc, feedback_id desc
                 limit :size
                """)
                .param("seller", seller.value())
                .param("marketplace", marketplace.value())
                .param("least", stars == null ? 1 : stars)
                .param("most", stars == null ? 5 : stars)
                .param("before", Utc.of(key.at()))
                .param("beforeId", UUID.fromString(key.id()))
                .param("size", size + 1)
                .query(FeedbackStore::feedback)
                .list();
        return Page.cut(rows, size, it -> new TimeKey(it.givenAt(), it.id().toString()).toString());
    }

    private static Feedback feedback(ResultSet row, int number) throws SQLException {
        String end = row.getString("end_reason");
        return new Feedback(
                new SellerId(row.getString("seller_id")),
                new OrderId(row.getString("order_id")),
                row.getObject("feedback_id", UUID.class),
                new MarketplaceId(row.getString("marketplace_id")),
                new BuyerId(row.getObject("buyer_id", UUID.class)),
                row.getString("buyer_name"),
                row.getInt("stars"),
                new Feedback.Answers(
                        row.getObject("arrived_on_time", Boolean.class),
                        row.getObject("as_described", Boolean.class),
                        row.getObject("good_service", Boolean.class)),
                row.getString("comment"),
                Utc.instant(row, "given_at"),
                Utc.nullable(row, "ended_at"),
                end == null ? null : Feedback.End.valueOf(end));
    }
}
