package org.openstall.notifications;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.openstall.TestPostgresql;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A test of the program with a mail server. All such tests share that program, and take the postman's rounds, which a
 * timer would.
 */
interface WithMailServer {
    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry properties) {
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", MailServer::port);
        properties.add("openstall.address", () -> "https://shop.example/");
        properties.add("openstall.mail.from", () -> "Openstall <orders@shop.example>");
        properties.add("openstall.mail.bounces", () -> "bounces@shop.example");
        // Another program than the other tests have, and an index has room for one.
        properties.add("openstall.data", () -> "target/test-data-mail");
    }

    @BeforeEach
    default void nothing_has_arrived() {
        MailServer.empty();
    }

    @AfterEach
    default void nothing_waits_for_another_test() {
        TestPostgresql.jdbcClient()
                .sql("delete from notifications.mail where state = 'WAITING'")
                .update();
    }
}
