package org.openstall.identity;

import com.github.benmanes.caffeine.cache.Ticker;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.transaction.support.TransactionOperations;

/** Sessions live in the database, so that any node can serve any request. */
@Configuration
@EnableJdbcHttpSession(
        tableName = "platform.SPRING_SESSION",
        maxInactiveIntervalInSeconds = SessionConfiguration.TWELVE_HOURS)
class SessionConfiguration {
    static final int TWELVE_HOURS = 12 * 60 * 60;

    @Bean
    @Primary
    @SuppressWarnings("unchecked") // the type of its sessions is hidden, and they come back to it alone
    SparingSessions sparingSessions(JdbcIndexedSessionRepository sessions) {
        return new SparingSessions((SessionRepository<Session>) (SessionRepository<?>) sessions, Ticker.systemTicker());
    }

    /** A session is read by one statement; one whose writing a crash cut short is merely not signed in. */
    @Bean(defaultCandidate = false)
    TransactionOperations springSessionTransactionOperations() {
        return TransactionOperations.withoutTransaction();
    }

    @Bean
    CookieSerializer sessionCookie() {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName("session");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        return cookie;
    }
}
