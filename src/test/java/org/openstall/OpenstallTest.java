package org.openstall;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openstall.notifications.MailFixture;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of the whole program on the test run's PostgreSQL, with a web server on a free port. All such tests share
 * one program; after each test method its clock runs again. Its timers stand still: a test runs what is due itself.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.test.print-condition-evaluation-report=false",
            "openstall.timers.enabled=false",
            "logging.level.com.icegreen.greenmail.store=error",
            "openstall.seller-list-age=0s",
            "openstall.data=target/test-data",
            "management.health.db-scheduler.enabled=false"
        })
@ContextConfiguration(initializers = OnTestPostgresql.class)
@Import({MarketFixture.class, MailFixture.class, TestBrowsers.class})
@ExtendWith(RunningClock.class)
public @interface OpenstallTest {}
