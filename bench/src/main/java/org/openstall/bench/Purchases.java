package org.openstall.bench;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** How fast orders are placed, beside how fast their rows could be written by JDBC: their floor. */
final class Purchases {
    private final Options options;
    private final Loads loads;
    private final Report report;
    private final Market market;
    private final List<Market.Offer> offers;
    private final List<Map<String, String>> buyers;
    private final List<UUID> buyerIds;

    /**
     * @param buyers the cookies of each
     * @param buyerIds of the same buyers
     */
    Purchases(
            Options options,
            Loads loads,
            Report report,
            Market market,
            List<Market.Offer> offers,
            List<Map<String, String>> buyers,
            List<UUID> buyerIds) {
        this.options = options;
        this.loads = loads;
        this.report = report;
        this.market = market;
        this.offers = offers;
        this.buyers = buyers;
        this.buyerIds = buyerIds;
    }

    void measure() throws Exception {
        Supplier<ChainBuilder> arrival = () -> Visits.token(offers);
        if (options.wants("checkout")) {
            Latencies.Result floor = floor();
            try (Carts carts = new Carts(market, buyerIds)) {
                ratio(
                        floor,
                        loads.load(
                                "checkout: the order placed, the cart being full",
                                Duration.ZERO,
                                arrival,
                                () -> Visits.signedIn(buyers).exec(Visits.checkout(offers, "499", carts::fill)),
                                "half its floor"));
            }
        }
        if (options.wants("purchase")) {
            long before = market.placed();
            Latencies.Result floor = floor();
            ratio(
                    floor,
                    loads.load(
                            "purchase: into the cart, checkout page, order placed",
                            Duration.ZERO,
                            arrival,
                            () -> Visits.signedIn(buyers).exec(Visits.purchase(offers)),
                            "500/s"));
            System.out.println((market.placed() - before) + " orders placed by both");
        }
    }

    private Latencies.Result floor() throws Exception {
        Duration warmUp = options.warmUp().dividedBy(3);
        CompletableFuture<Processors> busy = loads.busy(warmUp);
        Latencies.Result floor = new Floor(market, offers).run(Loads.USERS, new Latencies(warmUp, options.length()));
        report.load("floor: the rows of an order by JDBC", floor, busy.join(), "");
        return floor;
    }

    private void ratio(Latencies.Result floor, Latencies.Result result) {
        report.figure("that, to its floor", Report.format("%.0f %%", 100 * result.perSecond() / floor.perSecond()), "");
    }

    /** Puts something into the carts behind the program's back, on a connection that waits for no disk. */
    private static final class Carts implements AutoCloseable {
        private final Connection connection;
        private final PreparedStatement insert;
        private final List<UUID> buyers;

        Carts(Market market, List<UUID> buyers) throws SQLException {
            this.buyers = buyers;
            this.connection = market.connect();
            try (Statement statement = connection.createStatement()) {
                statement.execute("set synchronous_commit = off");
                statement.execute("delete from ordering.cart");
            }
            this.insert = connection.prepareStatement("""
                    insert into ordering.cart as cart (buyer_id, marketplace_id, lines)
                    values (?, ?, jsonb_build_object(? || ' ' || ?, jsonb_build_object('quantity', 1, 'addedAt', now())))
                    on conflict (buyer_id, marketplace_id) do update
                       set lines = cart.lines || excluded.lines
                    """);
        }

        synchronized void fill(Session user) {
            try {
                insert.setObject(1, buyers.get(user.getInt("number")));
                insert.setString(2, Market.MARKETPLACE);
                insert.setString(3, user.getString("seller"));
                insert.setString(4, user.getString("sku"));
                insert.executeUpdate();
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
