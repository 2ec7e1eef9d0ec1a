package org.openstall.bench;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;

/** What the bench knows of the database behind the program, and what it puts there. Only a bench may. */
final class Market implements AutoCloseable {
    static final String MARKETPLACE = "ATVPDKIKX0DER";
    static final String PASSWORD = "bench";
    static final String MILLIONAIRE = "A0BENCHMILLION";
    static final String SHIPPER = "A0BENCHSHIPPER";

    private static final int SCARCE = 25;

    private final String url;
    private final Properties login;
    private final Connection db;
    private String scarceSince = "";

    private Market(String url, Properties login) throws SQLException {
        this.url = url;
        this.login = login;
        this.db = connect();
    }

    /** Joins the PostgreSQL of a program that is running. */
    static Market of(Path data) throws IOException, SQLException {
        Properties running = new Properties();
        try (Reader reader = Files.newBufferedReader(data.resolve("running.properties"))) {
            running.load(reader);
        }
        Properties login = new Properties();
        login.setProperty("user", "postgres");
        login.setProperty(
                "password", Files.readString(data.resolve("postgres.password")).strip());
        return new Market("jdbc:postgresql://127.0.0.1:" + running.getProperty("postgresql.port") + "/postgres", login);
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, login);
    }

    record Offer(String seller, String sku, String product, String title, long price) {}

    /**
     * What is sold by those of the demo's sellers who ship for the marketplace's fee, each made to have plenty of it.
     * Nothing of it lies in a cart. What the million SKUs have stays as it is, as their table is measured, too.
     */
    List<Offer> plentyOfOffers() throws SQLException {
        // On the first run of a day the program counts sales anew, in another order of offers.
        run("""
                begin;
                lock table listings.offer;
                update listings.offer set quantity = 1000000
                 where marketplace_id = '%s' and active and seller_id not in ('%s', '%s');
                commit
                """.formatted(MARKETPLACE, Stock.MIXED.seller(), Stock.SORTED.seller()));
        run("vacuum analyze listings.offer");
        run("delete from ordering.cart");
        List<Offer> offers = new ArrayList<>();
        try (ResultSet row = db.createStatement()
                .executeQuery("""
                select o.seller_id, o.sku, o.product_id, p.title, o.price_minor
                  from listings.offer o
                  join catalog.product p on p.product_id = o.product_id
                 where o.marketplace_id = '%s'
                   and o.active
                   and o.price_minor < 500000
                   and not exists (select from shipping.template t where t.seller_id = o.seller_id)
                   and o.seller_id not in ('%s', '%s')
                 order by md5(o.seller_id || o.sku)
                """.formatted(MARKETPLACE, Stock.MIXED.seller(), Stock.SORTED.seller()))) {
            while (row.next()) {
                offers.add(new Offer(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getLong(5)));
            }
        }
        return offers;
    }

    /** Leaves {@value #SCARCE} units of each. */
    void makeScarce(List<Offer> offers) throws SQLException {
        try (PreparedStatement statement = db.prepareStatement("""
                update listings.offer set quantity = ? where seller_id = ? and marketplace_id = ? and sku = ?
                """)) {
            for (Offer offer : offers) {
                statement.setInt(1, SCARCE);
                statement.setString(2, offer.seller());
                statement.setString(3, MARKETPLACE);
                statement.setString(4, offer.sku());
                statement.addBatch();
            }
            statement.executeBatch();
        }
        scarceSince = text("select now()");
    }

    /** How many of them have been ordered, since {@link #makeScarce}, otherwise than what is left says. */
    int oversold(List<Offer> offers) throws SQLException {
        int oversold = 0;
        for (Offer offer : offers) {
            oversold += text("""
                    select %5$d <> o.quantity
                           + (select coalesce(sum(l.quantity), 0)
                                from ordering.order_line l
                                join ordering.orders p on p.seller_id = l.seller_id and p.order_id = l.order_id
                               where l.seller_id = o.seller_id and l.sku = o.sku and p.ordered_at > '%4$s')
                      from listings.offer o
                     where o.seller_id = '%1$s' and o.marketplace_id = '%2$s' and o.sku = '%3$s'
                    """.formatted(offer.seller(), MARKETPLACE, offer.sku(), scarceSince, SCARCE))
                            .equals("t")
                    ? 1
                    : 0;
        }
        return oversold;
    }

    /** The demo seller with the most orders. */
    String busiestSeller() throws SQLException {
        return text("""
                select seller_id
                  from ordering.orders
                 where marketplace_id = '%s'
                   and seller_id <> '%s'
                 group by seller_id
                 order by count(*) desc, seller_id
                 limit 1
                """.formatted(MARKETPLACE, MILLIONAIRE));
    }

    /** Somebody who can sign in, buyer or seller; again the same for the same e-mail. */
    UUID user(String email, String sellerOrNone) throws SQLException {
        try (PreparedStatement statement = db.prepareStatement("""
                with login as (
                    insert into identity.login (email, user_id) values (?, uuidv7())
                    on conflict (email) do update set user_id = login.user_id
                    returning user_id
                )
                insert into identity.app_user
                       (user_id, email, name, password_hash, seller_id, operator, language, registered_at)
                select user_id, ?, 'Bench', '{noop}%s', nullif(?, ''), false, 'en', now()
                  from login
                on conflict (user_id) do update set seller_id = excluded.seller_id
                returning user_id
                """.formatted(PASSWORD))) {
            statement.setString(1, email);
            statement.setString(2, email);
            statement.setString(3, sellerOrNone);
            ResultSet row = statement.executeQuery();
            row.next();
            return row.getObject(1, UUID.class);
        }
    }

    boolean hasMillionaire() throws SQLException {
        return !text("select count(*) from sellers.seller where seller_id = '%s'".formatted(MILLIONAIRE))
                .equals("0");
    }

    /**
     * A seller with a million orders over the last 365 days, with the facts that account health has of them and the
     * tallies that the program would have kept: three days to ship, seven to arrive, some late, some cancelled.
     */
    void addMillionaire() throws SQLException {
        run("set synchronous_commit = off");
        run("set work_mem = '256MB'");
        run("""
                insert into sellers.seller (seller_id, name, place, since)
                values ('%1$s', 'A Million Orders', 'Reno', now() - interval '2 years');

                insert into sellers.presence (seller_id, marketplace_id, standing, since)
                values ('%1$s', '%2$s', 'ACTIVE', now() - interval '2 years');

                create temporary table made as
                select '%1$s' as seller_id,
                       '900-0000000-' || lpad(i::text, 7, '0') as order_id,
                       i,
                       ordered_at,
                       ordered_at + interval '3 days' as ship_by,
                       ordered_at + interval '7 days' as promised_by,
                       case when i %% 97 <> 0 and ordered_at + shipping < now() then ordered_at + shipping end
                           as confirmed_at,
                       case when i %% 97 <> 0 and ordered_at + shipping + transit < now()
                            then ordered_at + shipping + transit end as delivered_at,
                       case when i %% 97 = 0 and ordered_at + interval '1 day' < now()
                            then ordered_at + interval '1 day' end as cancelled_at
                  from (select i,
                               date_trunc('second', now()) - interval '365 days' * (i / 1000000.0) as ordered_at,
                               interval '1 hour' * (6 + i %% 67) as shipping,
                               interval '1 hour' * (24 + i %% 73) as transit
                          from generate_series(1, 1000000) as i) as raw;

                insert into ordering.orders
                       (seller_id, order_id, marketplace_id, buyer_id, buyer_name, status, ordered_at, ship_by,
                        promised_by, ship_to, currency, items_minor, shipping_minor, confirmed_at, delivered_at,
                        cancelled_at, cancel_reason)
                select seller_id, order_id, '%2$s', uuidv7(), 'Buyer ' || i %% 5000,
                       case when cancelled_at is not null then 'CANCELLED' when delivered_at is not null
                            then 'DELIVERED' when confirmed_at is not null then 'SHIPPED' else 'UNSHIPPED' end,
                       ordered_at, ship_by, promised_by,
                       '{"name": "Buyer", "line1": "1 Main St", "line2": "", "city": "Reno", "region": "NV",
                         "postalCode": "89501", "country": "US", "phone": ""}',
                       'USD', 1000 + i %% 9000, 499, confirmed_at, delivered_at, cancelled_at,
                       case when cancelled_at is not null then 'OUT_OF_STOCK' end
                  from made;

                insert into ordering.order_line
                       (seller_id, order_id, line, sku, product_id, title, quantity, price_minor)
                select seller_id, order_id, 1, 'SKU-' || i %% 1000, 'B0BENCH' || lpad((i %% 1000)::text, 3, '0'),
                       'Thing number ' || i %% 1000, 1, 1000 + i %% 9000
                  from made;

                insert into listings.sales_day (seller_id, marketplace_id, sku, day, units)
                select seller_id, '%2$s', 'SKU-' || i %% 1000, (ordered_at at time zone zone)::date, count(*)
                  from made, marketplaces.marketplace
                 where marketplace_id = '%2$s'
                   and cancelled_at is null
                 group by seller_id, i %% 1000, (ordered_at at time zone zone)::date;

                insert into fulfilment.package
                       (seller_id, order_id, package, carrier, carrier_name, tracking_number, method, service_level,
                        confirmed_at, delivered_at)
                select seller_id, order_id, 1, 'OTHER', '', null, '', 'STANDARD', confirmed_at, delivered_at
                  from made
                 where confirmed_at is not null;

                insert into health.order_facts
                       (seller_id, order_id, marketplace_id, ordered_at, order_day, ship_by, ship_by_day,
                        promised_by, promised_day, units, sales_minor, confirmed_at, tracked, delivered_at,
                        cancelled_at, cancelled_by_seller)
                select seller_id, order_id, '%2$s', ordered_at, (ordered_at at time zone zone)::date, ship_by,
                       (ship_by at time zone zone)::date, promised_by, (promised_by at time zone zone)::date, 1,
                       1499 + i %% 9000, confirmed_at, confirmed_at is not null, delivered_at, cancelled_at,
                       cancelled_at is not null
                  from made, marketplaces.marketplace
                 where marketplace_id = '%2$s';

                insert into health.tally
                       (seller_id, marketplace_id, day, slot, orders, sales_minor, order_defects,
                        negative_feedback, cancelled_by_seller, due, due_open, due_late, promised_units,
                        on_time_units, feedback_positive, feedback_neutral, feedback_negative)
                select seller_id, marketplace_id, day, slot, sum(orders), sum(sales), 0, 0, sum(cancelled), sum(due),
                       sum(due_open), sum(due_late), sum(promised), sum(on_time), 0, 0, 0
                  from (select seller_id, marketplace_id, order_day as day, hashtext(order_id) & 7 as slot,
                               1 as orders, sales_minor as sales, cancelled_by_seller::int as cancelled, 0 as due,
                               0 as due_open, 0 as due_late, 0 as promised, 0 as on_time
                          from health.order_facts
                         where seller_id = '%1$s'
                        union all
                        select seller_id, marketplace_id, ship_by_day, hashtext(order_id) & 7, 0, 0, 0, 1,
                               (confirmed_at is null)::int, coalesce(confirmed_at > ship_by, false)::int, 0, 0
                          from health.order_facts
                         where seller_id = '%1$s'
                           and cancelled_at is null
                        union all
                        select seller_id, marketplace_id, promised_day, hashtext(order_id) & 7, 0, 0, 0, 0, 0, 0,
                               units, case when delivered_at <= promised_by then units else 0 end
                          from health.order_facts
                         where seller_id = '%1$s'
                           and tracked) as contribution
                 group by seller_id, marketplace_id, day, slot;

                drop table made
                """.formatted(MILLIONAIRE, MARKETPLACE));
        run("reset work_mem");
        run("reset synchronous_commit");
    }

    /** Gives a seller at least so many offers, one a product, all with the same quantity, and none of them ranked. */
    void fillShelves(int offers) throws SQLException {
        run("set synchronous_commit = off");
        run("""
                insert into sellers.seller (seller_id, name, place, since)
                values ('%1$s', 'Long Shelves', 'Reno', now() - interval '2 years')
                on conflict do nothing;

                insert into sellers.presence (seller_id, marketplace_id, standing, since)
                values ('%1$s', '%2$s', 'ACTIVE', now() - interval '2 years')
                on conflict do nothing;

                insert into listings.offer
                       (seller_id, marketplace_id, sku, product_id, condition, price_minor, currency, quantity, open,
                        opened_at, reviewed_at)
                select '%1$s', '%2$s', 'SHELF-' || lpad(i::text, 7, '0'), 'B0Z' || lpad(i::text, 7, '0'), 'NEW', 1000,
                       'USD', 1, true, now(), now()
                  from generate_series(0, %3$d - 1) as i
                    on conflict do nothing;

                delete from listings.offer
                 where seller_id = '%1$s'
                   and sku >= 'SHELF-' || lpad(%3$d::text, 7, '0');

                delete from listings.inventory where seller_id = '%1$s';
                update listings.offer set ranked = false where seller_id = '%1$s' and ranked;
                delete from listings.ranking where seller_id = '%1$s';

                update listings.offer
                   set quantity = 1
                 where seller_id = '%1$s'
                   and quantity <> 1;
                """.formatted(Stock.SHELVES.seller(), MARKETPLACE, offers));
        run("reset synchronous_commit");
        run("vacuum analyze listings.offer");
    }

    /** Whether a file is done; one that will never be is a mistake of the measurement. */
    boolean isLive(UUID file) throws SQLException {
        String state = text("select state from feeds.file where file_id = '%s'".formatted(file));
        if (state.equals("FAILED") || state.equals("WAITING")) {
            throw new IllegalStateException("The file is " + state);
        }
        return state.equals("DONE");
    }

    /** Whether what a large inventory is sorted by has yet to follow a file. */
    boolean isBehind(Stock stock) throws SQLException {
        return text("select count(unranked_file) from listings.inventory where seller_id = '%s'"
                        .formatted(stock.seller()))
                .equals("1");
    }

    /** The id of an order of {@link #SHIPPER}; a round has orders of its own. */
    static String order(int round, int number) {
        return "901-%07d-%07d".formatted(round, number);
    }

    /** Gives a seller so many paid orders to ship, with what the program keeps of each. */
    void addWaitingOrders(int round, int orders) throws SQLException {
        run("""
                insert into sellers.seller (seller_id, name, place, since)
                values ('%1$s', 'Much To Ship', 'Reno', now() - interval '2 years')
                on conflict do nothing;

                insert into sellers.presence (seller_id, marketplace_id, standing, since)
                values ('%1$s', '%2$s', 'ACTIVE', now() - interval '2 years')
                on conflict do nothing;

                create temporary table made as
                select '%1$s' as seller_id,
                       '901-' || lpad('%3$d', 7, '0') || '-' || lpad(i::text, 7, '0') as order_id,
                       uuidv7() as buyer_id,
                       uuidv7() as transaction_id,
                       date_trunc('second', now()) as ordered_at,
                       date_trunc('second', now()) + interval '2 days' as ship_by,
                       date_trunc('second', now()) + interval '7 days' as promised_by
                  from generate_series(0, %4$d - 1) as i;

                insert into ordering.orders
                       (seller_id, order_id, marketplace_id, buyer_id, buyer_name, status, ordered_at, ship_by,
                        promised_by, ship_to, currency, items_minor, shipping_minor)
                select seller_id, order_id, '%2$s', buyer_id, 'Buyer', 'UNSHIPPED', ordered_at, ship_by, promised_by,
                       '{"name": "Buyer", "line1": "1 Main St", "line2": "", "city": "Reno", "region": "NV",
                         "postalCode": "89501", "country": "US", "phone": ""}',
                       'USD', 1000, 499
                  from made;

                insert into ordering.order_line
                       (seller_id, order_id, line, sku, product_id, title, quantity, price_minor)
                select seller_id, order_id, 1, 'SKU', 'B0BENCH001', 'A thing', 1, 1000
                  from made;

                insert into listings.sales_day (seller_id, marketplace_id, sku, day, units)
                select seller_id, '%2$s', 'SKU', (ordered_at at time zone zone)::date, count(*)
                  from made, marketplaces.marketplace
                 where marketplace_id = '%2$s'
                 group by seller_id, (ordered_at at time zone zone)::date
                    on conflict (seller_id, marketplace_id, sku, day) do update
                   set units = sales_day.units + excluded.units;

                insert into payments.payment
                       (seller_id, order_id, amount_minor, currency, label, state, reference, authorized_at)
                select seller_id, order_id, 1499, 'USD', 'Visa 4242', 'AUTHORIZED', order_id, ordered_at
                  from made;

                insert into payments.ledger_entry
                       (seller_id, transaction_id, account, amount_minor, currency, order_id, kind, posted_at)
                select seller_id, transaction_id, account, amount, 'USD', order_id, 'ORDER_PLACED', ordered_at
                  from made, (values ('BUYER_RECEIVABLE', 1499), ('SELLER_RESERVE', -1499)) as entry (account, amount);

                insert into health.order_facts
                       (seller_id, order_id, marketplace_id, ordered_at, order_day, ship_by, ship_by_day,
                        promised_by, promised_day, units, sales_minor, tracked, cancelled_by_seller)
                select seller_id, order_id, '%2$s', ordered_at, (ordered_at at time zone zone)::date, ship_by,
                       (ship_by at time zone zone)::date, promised_by, (promised_by at time zone zone)::date, 1, 1499,
                       false, false
                  from made, marketplaces.marketplace
                 where marketplace_id = '%2$s';

                insert into health.tally
                       (seller_id, marketplace_id, day, slot, orders, sales_minor, order_defects,
                        negative_feedback, cancelled_by_seller, due, due_open, due_late, promised_units,
                        on_time_units, feedback_positive, feedback_neutral, feedback_negative)
                select '%1$s', '%2$s', day, 0, sum(orders), sum(sales), 0, 0, 0, sum(due), sum(due), 0, 0, 0, 0, 0, 0
                  from (select (ordered_at at time zone zone)::date as day, 1 as orders, 1499 as sales, 0 as due
                          from made, marketplaces.marketplace
                         where marketplace_id = '%2$s'
                        union all
                        select (ship_by at time zone zone)::date, 0, 0, 1
                          from made, marketplaces.marketplace
                         where marketplace_id = '%2$s') as contribution
                 group by day
                    on conflict (seller_id, marketplace_id, day, slot) do update
                   set orders = tally.orders + excluded.orders,
                       sales_minor = tally.sales_minor + excluded.sales_minor,
                       due = tally.due + excluded.due,
                       due_open = tally.due_open + excluded.due_open;

                drop table made
                """.formatted(SHIPPER, MARKETPLACE, round, orders));
        run("vacuum analyze ordering.orders");
    }

    /** How many orders of {@link #SHIPPER} have shipped. */
    int shipped() throws SQLException {
        return Integer.parseInt(
                text("select count(*) from ordering.orders where seller_id = '%s' and status = 'SHIPPED'"
                        .formatted(SHIPPER)));
    }

    /** As the database would have it after some quiet hours. */
    void settle() throws SQLException {
        run("vacuum analyze");
        run("checkpoint");
    }

    boolean demoIsOver() throws SQLException {
        return text("select coalesce(bool_and(lived_until >= ends_at), false) from simulation.demo_run")
                .equals("t");
    }

    long placed() throws SQLException {
        return Long.parseLong(text("select count(*) from ordering.checkout"));
    }

    void run(String sql) throws SQLException {
        try (Statement statement = db.createStatement()) {
            statement.execute(sql);
        }
    }

    private String text(String sql) throws SQLException {
        try (Statement statement = db.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public void close() throws SQLException {
        db.close();
    }
}
