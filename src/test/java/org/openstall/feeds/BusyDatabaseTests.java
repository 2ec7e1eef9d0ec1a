package org.openstall.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openstall.OpenstallTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Buyers, who may be waiting for the very offers that a file changes, hold all connections but one. */
@OpenstallTest
class BusyDatabaseTests extends KettleAndLampSeller {
    @Autowired
    private DataSource dataSource;

    private final List<Connection> held = new ArrayList<>();

    @BeforeEach
    void one_connection_is_left() throws SQLException {
        int all = dataSource.unwrap(HikariDataSource.class).getMaximumPoolSize();
        while (held.size() < all - 1) {
            held.add(dataSource.getConnection());
        }
    }

    @AfterEach
    void all_connections_are_free() throws SQLException {
        for (Connection each : held) {
            each.close();
        }
    }

    @Test
    void a_file_goes_live_and_names_what_it_refuses_over_the_one_connection_that_is_left() {
        Feed feed = files.prices("sku\tquantity", "KETTLE\t5", "NO-SUCH\t5\n".repeat(6_000));

        assertThat(feed.counts()).isEqualTo(new FeedCounts(6_001, 6_000, 0, 1, 0, 0, 0));
        assertThat(files.findings(feed)).startsWith("2 NO-SUCH UNKNOWN_SKU").hasSize(1_000);
        assertThat(market.find(kettle.key()).quantity()).isEqualTo(5);
    }

    @Test
    void a_file_of_parcels_names_what_it_refuses_over_the_one_connection_that_is_left() {
        Feed feed = files.run(
                FeedKind.ORDER_FULFILMENT,
                "order-id\tcarrier-code\ttracking-number",
                "999-9999999-1000000\tUPS\t1Z999AA10123456784");

        assertThat(feed.state()).isEqualTo(FeedState.DONE);
        assertThat(files.findings(feed)).containsExactly("1 999-9999999-1000000 ORDER_UNKNOWN");
    }
}
