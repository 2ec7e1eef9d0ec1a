package org.openstall.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openstall.TestPostgresql;
import org.openstall.kernel.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Orders in several packages that were counted before each package counted by itself. */
class SplitOrdersOfThePastTests {
    private static final Instant PROMISED = Instant.parse("2026-05-08T06:59:59Z");
    private static final Instant IN_TIME = PROMISED.minusSeconds(3_600);
    private static final Instant LATE = PROMISED.plusSeconds(3_600);
    private static final LocalDate DAY = LocalDate.of(2026, 5, 7);

    private final String[] place = Arrays.stream(TestPostgresql.propertiesOfNewDatabase("past_split_orders"))
            .map(it -> it.substring(it.indexOf('=') + 1))
            .toArray(String[]::new);
    private final DriverManagerDataSource database = new DriverManagerDataSource(place[0], place[1], place[2]);
    private final JdbcClient db = JdbcClient.create(database);

    private void migrate(String module, MigrationVersion version) {
        Flyway.configure()
                .dataSource(database)
                .schemas(module)
                .createSchemas(true)
                .locations("classpath:db/migration/" + module)
                .target(version)
                .load()
                .migrate();
    }

    @BeforeEach
    void the_database_is_as_it_was_then() {
        migrate("fulfilment", MigrationVersion.LATEST);
        migrate("health", MigrationVersion.fromVersion("3"));
    }

    /** An order of ten units; as of then it has arrived when its last package has. */
    private void ordered(String seller, String order, boolean tracked, @Nullable Instant deliveredAt) {
        db.sql("""
                insert into health.order_facts
                       (seller_id, order_id, marketplace_id, ordered_at, order_day, ship_by, ship_by_day, promised_by,
                        promised_day, units, sales_minor, confirmed_at, tracked, delivered_at, cancelled_by_seller)
                values (:seller, :order, 'M', :promised, :day, :promised, :day, :promised, :day, 10, 1000, :promised,
                        :tracked, :delivered, false)
                """)
                .param("seller", seller)
                .param("order", order)
                .param("promised", Utc.of(PROMISED))
                .param("day", DAY)
                .param("tracked", tracked)
                .param("delivered", Utc.ofNullable(deliveredAt))
                .update();
    }

    private void sent(String seller, String order, int number, @Nullable Instant deliveredAt, int... quantities) {
        db.sql("""
                insert into fulfilment.package
                       (seller_id, order_id, package, carrier, carrier_name, method, service_level, confirmed_at,
                        delivered_at)
                values (:seller, :order, :package, 'UPS', '', '', 'STANDARD', :confirmed, :delivered)
                """)
                .param("seller", seller)
                .param("order", order)
                .param("package", number)
                .param("confirmed", Utc.of(IN_TIME))
                .param("delivered", Utc.ofNullable(deliveredAt))
                .update();
        for (int line = 1; line <= quantities.length; line++) {
            db.sql("""
                    insert into fulfilment.package_line (seller_id, order_id, package, line, quantity)
                    values (:seller, :order, :package, :line, :quantity)
                    """)
                    .param("seller", seller)
                    .param("order", order)
                    .param("package", number)
                    .param("line", line)
                    .param("quantity", quantities[line - 1])
                    .update();
        }
    }

    private void counted(String seller, LocalDate day, int slot, int promisedUnits, int onTimeUnits) {
        db.sql("""
                insert into health.tally
                values (:seller, 'M', :day, :slot, 1, 1000, 0, 0, 0, 1, 0, 0, :promised, :onTime, 0, 0, 0)
                """)
                .param("seller", seller)
                .param("day", day)
                .param("slot", slot)
                .param("promised", promisedUnits)
                .param("onTime", onTimeUnits)
                .update();
    }

    private int onTime(String seller, LocalDate day) {
        return db.sql("select sum(on_time_units) from health.tally where seller_id = :seller and day = :day")
                .param("seller", seller)
                .param("day", day)
                .query(Integer.class)
                .single();
    }

    private String arrivals(String seller, String order) {
        return db.sql("""
                select coalesce(arrived_units::text, 'none')
                         || case when arrived_at = cast(:inTimeThenLate as timestamptz[]) then ' in time, then late'
                                 else '' end
                  from health.order_facts
                 where seller_id = :seller
                   and order_id = :order
                """)
                .param("seller", seller)
                .param("order", order)
                .param("inTimeThenLate", "{" + Utc.of(IN_TIME) + "," + Utc.of(LATE) + "}")
                .query(String.class)
                .single();
    }

    @Test
    void what_arrived_in_time_counts_for_the_seller_afterwards_and_nothing_twice() {
        // Nine of ten in time, seven of them and two of another line in one package; counted in two slots of a day.
        ordered("NADIA", "SPLIT", true, LATE);
        sent("NADIA", "SPLIT", 1, LATE, 1);
        sent("NADIA", "SPLIT", 2, IN_TIME, 7, 2);
        // One that never arrived whole.
        ordered("NADIA", "LOST", true, null);
        sent("NADIA", "LOST", 1, IN_TIME, 4);
        sent("NADIA", "LOST", 2, null, 6);
        // Both in time, which was counted already; in one package; and without tracking.
        ordered("NADIA", "GOOD", true, IN_TIME);
        sent("NADIA", "GOOD", 1, IN_TIME, 5);
        sent("NADIA", "GOOD", 2, IN_TIME, 5);
        ordered("NADIA", "WHOLE", true, LATE);
        sent("NADIA", "WHOLE", 1, LATE);
        ordered("NADIA", "UNTRACKED", false, LATE);
        sent("NADIA", "UNTRACKED", 1, IN_TIME, 5);
        sent("NADIA", "UNTRACKED", 2, LATE, 5);
        counted("NADIA", DAY, 2, 20, 10);
        counted("NADIA", DAY, 5, 30, 0);
        counted("NADIA", DAY.plusDays(1), 2, 10, 3);
        // Somebody else's orders of the same names.
        ordered("NOEL", "SPLIT", true, LATE);
        sent("NOEL", "SPLIT", 1, LATE, 10);
        counted("NOEL", DAY, 2, 10, 0);

        migrate("health", MigrationVersion.fromVersion("4"));

        assertThat(onTime("NADIA", DAY)).isEqualTo(10 + 9 + 4);
        assertThat(onTime("NADIA", DAY.plusDays(1))).isEqualTo(3);
        assertThat(onTime("NOEL", DAY)).isZero();
        assertThat(arrivals("NADIA", "SPLIT")).isEqualTo("{9,1} in time, then late");
        assertThat(arrivals("NADIA", "LOST")).isEqualTo("{4}");
        assertThat(arrivals("NADIA", "GOOD")).isEqualTo("{5,5}");
        assertThat(arrivals("NADIA", "WHOLE")).isEqualTo("none");
        assertThat(arrivals("NOEL", "SPLIT")).isEqualTo("none");
    }
}
