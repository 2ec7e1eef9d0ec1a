package org.openstall.fulfilment;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.OrderId;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.Utc;
import org.openstall.kernel.Writes;
import org.openstall.shipping.Carrier;
import org.openstall.shipping.ServiceLevel;
import org.openstall.shipping.TrackingLink;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ParcelStore {
    private final JdbcClient db;
    private final Writes writes;

    ParcelStore(JdbcClient db, Writes writes) {
        this.db = db;
        this.writes = writes;
    }

    void add(List<Parcel> packages) {
        writes.add(
                """
                insert into fulfilment.package
                       (seller_id, order_id, package, carrier, carrier_name, tracking_number, tracking_link, method,
                        service_level, confirmed_at, delivered_at)
                values (:seller, :order, :package, :carrier, :carrierName, :trackingNumber, :trackingLink, :method,
                        :serviceLevel, :confirmedAt, :deliveredAt)
                """,
                packages.stream()
                        .map(it -> labelled(it, it.label())
                                .addValue("confirmedAt", Utc.of(it.confirmedAt()))
                                .addValue("deliveredAt", Utc.ofNullable(it.deliveredAt())))
                        .toArray(SqlParameterSource[]::new));
        writes.add(
                """
                insert into fulfilment.package_line (seller_id, order_id, package, line, quantity)
                values (:seller, :order, :package, :line, :quantity)
                """,
                packages.stream()
                        .flatMap(parcel -> parcel.contents().stream()
                                .map(it -> key(parcel.seller(), parcel.order(), parcel.number())
                                        .addValue("line", it.line())
                                        .addValue("quantity", it.quantity())))
                        .toArray(SqlParameterSource[]::new));
    }

    private static MapSqlParameterSource labelled(Parcel parcel, Label label) {
        return key(parcel.seller(), parcel.order(), parcel.number())
                .addValue("carrier", label.carrier().name())
                .addValue("carrierName", label.carrierName())
                .addValue("trackingNumber", label.trackingNumber())
                .addValue(
                        "trackingLink",
                        label.trackingLink() == null
                                ? null
                                : label.trackingLink().toString())
                .addValue("method", label.method())
                .addValue("serviceLevel", label.serviceLevel().name());
    }

    /** Gives a package another label and keeps the one it had. */
    void relabel(Parcel parcel, Label label, Instant at, String by) {
        db.sql("""
                with kept as (
                    insert into fulfilment.label_change
                           (seller_id, order_id, package, change, carrier, carrier_name, tracking_number,
                            tracking_link, method, service_level, changed_at, changed_by)
                    select seller_id, order_id, package, label_changes + 1, carrier, carrier_name, tracking_number,
                           tracking_link, method, service_level, :at, :by
                      from fulfilment.package
                     where seller_id = :seller
                       and order_id = :order
                       and package = :package)
                update fulfilment.package
                   set carrier = :carrier, carrier_name = :carrierName, tracking_number = :trackingNumber,
                       tracking_link = :trackingLink, method = :method, service_level = :serviceLevel,
                       label_changes = label_changes + 1
                 where seller_id = :seller
                   and order_id = :order
                   and package = :package
                """)
                .paramSource(labelled(parcel, label).addValue("at", Utc.of(at)).addValue("by", by))
                .update();
    }

    List<LabelChange> labelChanges(SellerId seller, OrderId order) {
        return db.sql("""
                select package, carrier, carrier_name, tracking_number, tracking_link, method, service_level,
                       changed_at, changed_by
                  from fulfilment.label_change
                 where seller_id = :seller
                   and order_id = :order
                 order by package, change
                """)
                .param("seller", seller.value())
                .param("order", order.value())
                .query((row, number) -> new LabelChange(
                        row.getInt("package"), label(row), Utc.instant(row, "changed_at"), row.getString("changed_by")))
                .list();
    }

    /** Which orders of a seller have packages with these numbers, a few of each number. */
    Map<String, List<OrderId>> ordersWithNumbers(SellerId seller, List<String> numbers) {
        Map<String, List<OrderId>> orders = new HashMap<>();
        if (!numbers.isEmpty()) {
            db.sql("""
                    select wanted.tracking_number, used.order_id
                      from unnest(:numbers) as wanted (tracking_number)
                     cross join lateral (select distinct order_id
                                           from fulfilment.package p
                                          where p.tracking_number = wanted.tracking_number
                                            and p.seller_id = :seller
                                          order by order_id
                                          limit 4) as used
                     order by wanted.tracking_number, used.order_id
                    """)
                    .param("seller", seller.value())
                    .param("numbers", numbers.toArray(String[]::new))
                    .query(row -> {
                        orders.computeIfAbsent(row.getString("tracking_number"), it -> new ArrayList<>())
                                .add(new OrderId(row.getString("order_id")));
                    });
        }
        return orders;
    }

    private static final String INSERT_SCAN = """
            insert into fulfilment.scan (seller_id, order_id, package, scanned_at, kind, place)
            values (:seller, :order, :package, :at, :kind, :place)
            on conflict (seller_id, order_id, package, scanned_at, kind) do nothing
            """;

    /** False if the report is known already. */
    boolean addScan(SellerId seller, OrderId order, int number, Parcel.Scan scan) {
        return db.sql(INSERT_SCAN)
                        .paramSource(parameters(seller, order, number, scan))
                        .update()
                == 1;
    }

    void addScans(List<Parcel> packages) {
        writes.add(
                INSERT_SCAN,
                packages.stream()
                        .flatMap(parcel -> parcel.scans().stream()
                                .map(it -> parameters(parcel.seller(), parcel.order(), parcel.number(), it)))
                        .toArray(SqlParameterSource[]::new));
    }

    private static SqlParameterSource parameters(SellerId seller, OrderId order, int number, Parcel.Scan scan) {
        return key(seller, order, number)
                .addValue("at", Utc.of(scan.at()))
                .addValue("kind", scan.kind().name())
                .addValue("place", scan.place());
    }

    private static final String DELIVER = """
            update fulfilment.package
               set delivered_at = :at
             where seller_id = :seller
               and order_id = :order
               and package = :package
               and delivered_at is null
            """;

    boolean delivered(SellerId seller, OrderId order, int number, Instant at) {
        return db.sql(DELIVER)
                        .paramSource(key(seller, order, number).addValue("at", Utc.of(at)))
                        .update()
                == 1;
    }

    void deliveredAll(List<Parcel> packages) {
        writes.add(
                DELIVER,
                packages.stream()
                        .map(it -> key(it.seller(), it.order(), it.number())
                                .addValue("at", Utc.ofNullable(it.deliveredAt())))
                        .toArray(SqlParameterSource[]::new));
    }

    List<Parcel> known(Collection<Parcel> packages) {
        return packages(
                db.sql("""
                select p.seller_id, p.order_id, p.package, p.carrier, p.carrier_name, p.tracking_number,
                       p.tracking_link, p.method, p.service_level, p.confirmed_at, p.delivered_at
                  from unnest(:sellers, :orders) as wanted (seller_id, order_id)
                  join fulfilment.package p on p.seller_id = wanted.seller_id and p.order_id = wanted.order_id
                 where p.package = 1
                """)
                        .param(
                                "sellers",
                                packages.stream().map(it -> it.seller().value()).toArray(String[]::new))
                        .param(
                                "orders",
                                packages.stream().map(it -> it.order().value()).toArray(String[]::new)),
                Map.of(),
                Map.of());
    }

    /** Without contents and scans, as many as a number may well have been used. */
    List<Parcel> withNumber(Carrier carrier, String number) {
        return packages(db.sql("""
                        select seller_id, order_id, package, carrier, carrier_name, tracking_number, tracking_link,
                               method, service_level, confirmed_at, delivered_at
                          from fulfilment.package
                         where tracking_number = :number
                           and carrier = :carrier
                         order by confirmed_at desc, order_id, package
                         limit 20
                        """).param("number", number).param("carrier", carrier.name()), Map.of(), Map.of());
    }

    List<Parcel> search(@Nullable SellerId seller, List<String> spellings) {
        return packages(
                db.sql("""
                        select seller_id, order_id, package, carrier, carrier_name, tracking_number, tracking_link,
                               method, service_level, confirmed_at, delivered_at
                          from fulfilment.package
                         where tracking_number = any(:numbers)
                           %s
                         order by confirmed_at desc, order_id, package
                         limit 20
                        """.formatted(seller == null ? "" : "and seller_id = :seller"))
                        .param("numbers", spellings.toArray(String[]::new))
                        .param("seller", seller == null ? null : seller.value()),
                Map.of(),
                Map.of());
    }

    boolean exists(SellerId seller, OrderId order, int number) {
        return db.sql("""
                select exists (select
                                 from fulfilment.package
                                where seller_id = :seller
                                  and order_id = :order
                                  and package = :package)
                """)
                .paramSource(key(seller, order, number))
                .query(Boolean.class)
                .single();
    }

    List<Parcel> of(SellerId seller, List<OrderId> orders) {
        String[] ids = orders.stream().map(OrderId::value).toArray(String[]::new);
        Map<String, List<Parcel.Scan>> scans = new HashMap<>();
        db.sql("""
                select order_id, package, scanned_at, kind, place
                  from fulfilment.scan
                 where seller_id = :seller
                   and order_id = any(:orders)
                 order by scanned_at, kind
                """).param("seller", seller.value()).param("orders", ids).query(row -> {
            scans.computeIfAbsent(row.getString("order_id") + "/" + row.getInt("package"), it -> new ArrayList<>())
                    .add(new Parcel.Scan(
                            Parcel.Kind.valueOf(row.getString("kind")),
                            Utc.instant(row, "scanned_at"),
                            row.getString("place")));
        });
        Map<String, List<Parcel.Content>> contents = new HashMap<>();
        db.sql("""
                select order_id, package, line, quantity
                  from fulfilment.package_line
                 where seller_id = :seller
                   and order_id = any(:orders)
                 order by order_id, package, line
                """).param("seller", seller.value()).param("orders", ids).query(row -> {
            contents.computeIfAbsent(row.getString("order_id") + "/" + row.getInt("package"), it -> new ArrayList<>())
                    .add(new Parcel.Content(row.getInt("line"), row.getInt("quantity")));
        });
        return packages(db.sql("""
                        select seller_id, order_id, package, carrier, carrier_name, tracking_number, tracking_link,
                               method, service_level, confirmed_at, delivered_at
                          from fulfilment.package
                         where seller_id = :seller
                           and order_id = any(:orders)
                         order by order_id, package
                        """).param("seller", seller.value()).param("orders", ids), contents, scans);
    }

    private static List<Parcel> packages(
            JdbcClient.StatementSpec query,
            Map<String, List<Parcel.Content>> contents,
            Map<String, List<Parcel.Scan>> scans) {
        return query.query((row, number) -> parcel(row, contents, scans)).list();
    }

    private static Parcel parcel(
            ResultSet row, Map<String, List<Parcel.Content>> contents, Map<String, List<Parcel.Scan>> scans)
            throws SQLException {
        String order = row.getString("order_id");
        int number = row.getInt("package");
        return new Parcel(
                new SellerId(row.getString("seller_id")),
                new OrderId(order),
                number,
                label(row),
                contents.getOrDefault(order + "/" + number, List.of()),
                Utc.instant(row, "confirmed_at"),
                Utc.nullable(row, "delivered_at"),
                scans.getOrDefault(order + "/" + number, List.of()));
    }

    private static Label label(ResultSet row) throws SQLException {
        String link = row.getString("tracking_link");
        return new Label(
                Carrier.valueOf(row.getString("carrier")),
                row.getString("carrier_name"),
                row.getString("tracking_number"),
                link == null ? null : new TrackingLink(URI.create(link)),
                row.getString("method"),
                ServiceLevel.valueOf(row.getString("service_level")));
    }

    private static MapSqlParameterSource key(SellerId seller, OrderId order, int number) {
        return new MapSqlParameterSource()
                .addValue("seller", seller.value())
                .addValue("order", order.value())
                .addValue("package", number);
    }
}
