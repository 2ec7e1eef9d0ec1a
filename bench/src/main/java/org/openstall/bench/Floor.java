package org.openstall.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.openstall.kernel.OrderId;
import org.openstall.kernel.TimeOrderedIds;

/**
 * The rows of an order as fast as the database takes them: by plain JDBC, in one transaction, with statements that
 * the server keeps prepared, and with none of the program's questions asked.
 */
final class Floor {
    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

    private final Market market;
    private final List<Market.Offer> offers;

    Floor(Market market, List<Market.Offer> offers) {
        this.market = market;
        this.offers = offers;
    }

    Latencies.Result run(int threads, Latencies latencies) throws InterruptedException, SQLException {
        List<Callable<Void>> writers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            writers.add(() -> write(latencies));
        }
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            for (Future<Void> writer : executor.invokeAll(writers)) {
                writer.get();
            }
        } catch (ExecutionException failure) {
            throw new SQLException("The floor gave way", failure);
        }
        return latencies.result();
    }

    private Void write(Latencies latencies) throws SQLException {
        try (Connection connection = market.connect();
                Statements statements = new Statements(connection)) {
            while (!latencies.over()) {
                Market.Offer offer = offers.get(ThreadLocalRandom.current().nextInt(offers.size()));
                long began = System.nanoTime();
                statements.place(offer);
                latencies.add(began, System.nanoTime(), false);
            }
        }
        return null;
    }

    private static final class Statements implements AutoCloseable {
        private final Connection connection;
        private final PreparedStatement take;
        private final PreparedStatement checkout;
        private final PreparedStatement order;
        private final PreparedStatement line;
        private final PreparedStatement buyerOrder;
        private final PreparedStatement payment;
        private final PreparedStatement ledger;
        private final PreparedStatement facts;
        private final PreparedStatement tally;

        Statements(Connection connection) throws SQLException {
            this.connection = connection;
            connection.setAutoCommit(false);
            this.take = connection.prepareStatement("""
                    with taken as (
                        update listings.offer
                           set quantity = quantity - 1,
                               sold_week = sold_week + 1,
                               sold_month = sold_month + 1,
                               sold_as_of = coalesce(sold_as_of, ?)
                         where seller_id = ?
                           and marketplace_id = ?
                           and sku = ?
                           and quantity >= 1
                        returning seller_id, marketplace_id, sku, product_id, price_minor),
                    counted as (
                        insert into listings.sales_day (seller_id, marketplace_id, sku, day, units)
                        select seller_id, marketplace_id, sku, ?, 1
                          from taken
                            on conflict (seller_id, marketplace_id, sku, day) do update
                           set units = sales_day.units + 1)
                    select product_id, price_minor
                      from taken
                    """);
            this.checkout = connection.prepareStatement(
                    "insert into ordering.checkout (buyer_id, checkout_id, placed_at) values (?, ?, ?)");
            this.order = connection.prepareStatement("""
                    insert into ordering.orders
                           (seller_id, order_id, marketplace_id, buyer_id, buyer_name, status, ordered_at, ship_by,
                            promised_by, ship_to, currency, items_minor, shipping_minor)
                    values (?, ?, ?, ?, 'Bench', 'UNSHIPPED', ?, ?, ?, cast(? as jsonb), 'USD', ?, 499)
                    """);
            this.line = connection.prepareStatement("""
                    insert into ordering.order_line
                           (seller_id, order_id, line, sku, product_id, title, quantity, price_minor)
                    values (?, ?, 1, ?, ?, ?, 1, ?)
                    """);
            this.buyerOrder = connection.prepareStatement("""
                    insert into ordering.buyer_order (buyer_id, order_id, seller_id, checkout_id, ordered_at)
                    values (?, ?, ?, ?, ?)
                    """);
            this.payment = connection.prepareStatement("""
                    insert into payments.payment
                           (seller_id, order_id, amount_minor, currency, label, state, reference, authorized_at)
                    values (?, ?, ?, 'USD', 'Visa 4242', 'AUTHORIZED', ?, ?)
                    """);
            this.ledger = connection.prepareStatement("""
                    insert into payments.ledger_entry
                           (seller_id, transaction_id, account, amount_minor, currency, order_id, kind, posted_at)
                    values (?, ?, 'BUYER_RECEIVABLE', ?, 'USD', ?, 'ORDER_PLACED', ?),
                           (?, ?, 'SELLER_RESERVE', ?, 'USD', ?, 'ORDER_PLACED', ?)
                    """);
            this.facts = connection.prepareStatement("""
                    insert into health.order_facts
                           (seller_id, order_id, marketplace_id, ordered_at, order_day, ship_by, ship_by_day,
                            promised_by, promised_day, units, sales_minor, tracked, cancelled_by_seller)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, false, false)
                    """);
            this.tally = connection.prepareStatement("""
                    insert into health.tally as tally
                           (seller_id, marketplace_id, day, slot, orders, sales_minor, order_defects,
                            negative_feedback, cancelled_by_seller, due, due_open, due_late, promised_units,
                            on_time_units, feedback_positive, feedback_neutral, feedback_negative)
                    values (?, ?, ?, ?, ?, ?, 0, 0, 0, ?, ?, 0, 0, 0, 0, 0, 0)
                    on conflict (seller_id, marketplace_id, day, slot) do update
                       set orders = tally.orders + excluded.orders,
                           sales_minor = tally.sales_minor + excluded.sales_minor,
                           due = tally.due + excluded.due,
                           due_open = tally.due_open + excluded.due_open
                    """);
        }

        void place(Market.Offer offer) throws SQLException {
            ThreadLocalRandom random = ThreadLocalRandom.current();
            Instant now = Instant.now();
            String id = OrderId.create(now).value();
            UUID buyer = new UUID(random.nextLong(), random.nextLong());
            UUID checkoutId = new UUID(random.nextLong(), random.nextLong());
            UUID posting = TimeOrderedIds.create(now);
            Instant shipBy = now.plus(Duration.ofDays(2));
            Instant promised = now.plus(Duration.ofDays(7));
            long total = offer.price() + 499;
            execute(checkout, buyer, checkoutId, utc(now));
            fill(take, day(now), offer.seller(), Market.MARKETPLACE, offer.sku(), day(now));
            try (ResultSet taken = take.executeQuery()) {
                taken.next();
            }
            execute(
                    order,
                    offer.seller(),
                    id,
                    Market.MARKETPLACE,
                    buyer,
                    utc(now),
                    utc(shipBy),
                    utc(promised),
                    """
                    {"name": "Bench", "line1": "1 Main St", "line2": "", "city": "Reno", "region": "NV",
                     "postalCode": "89501", "country": "US", "phone": ""}
                    """,
                    offer.price());
            execute(line, offer.seller(), id, offer.sku(), offer.product(), offer.title(), offer.price());
            execute(buyerOrder, buyer, id, offer.seller(), checkoutId, utc(now));
            execute(payment, offer.seller(), id, total, "bench-" + checkoutId, utc(now));
            execute(
                    ledger,
                    offer.seller(),
                    posting,
                    total,
                    id,
                    utc(now),
                    offer.seller(),
                    posting,
                    -total,
                    id,
                    utc(now));
            execute(
                    facts,
                    offer.seller(),
                    id,
                    Market.MARKETPLACE,
                    utc(now),
                    day(now),
                    utc(shipBy),
                    day(shipBy),
                    utc(promised),
                    day(promised),
                    total);
            int slot = random.nextInt(8);
            fill(tally, offer.seller(), Market.MARKETPLACE, day(now), slot, 1L, total, 0L, 0L);
            tally.addBatch();
            fill(tally, offer.seller(), Market.MARKETPLACE, day(shipBy), slot, 0L, 0L, 1L, 1L);
            tally.addBatch();
            tally.executeBatch();
            connection.commit();
        }

        private static OffsetDateTime utc(Instant instant) {
            return instant.atOffset(ZoneOffset.UTC);
        }

        private static LocalDate day(Instant instant) {
            return LocalDate.ofInstant(instant, ZONE);
        }

        private static void execute(PreparedStatement statement, Object... values) throws SQLException {
            fill(statement, values);
            statement.executeUpdate();
        }

        private static void fill(PreparedStatement statement, Object... values) throws SQLException {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
        }

        @Override
        public void close() throws SQLException {
            for (PreparedStatement statement :
                    List.of(take, checkout, order, line, buyerOrder, payment, ledger, facts, tally)) {
                statement.close();
            }
        }
    }
}
