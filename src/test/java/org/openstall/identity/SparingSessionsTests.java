package org.openstall.identity;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openstall.TestPostgresql;
import org.openstall.identity.SparingSessions.SparingSession;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.support.TransactionOperations;

class SparingSessionsTests {
    private static final String NAME = "name";

    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicLong now = new AtomicLong();
    private final SparingSessions here = node();
    private final SparingSessions elsewhere = node();

    @Test
    void requests_that_come_within_a_second_read_their_session_once() {
        String id = signedIn("Nadia");
        reads.set(0);

        assertThat(nameOf(here, id)).isEqualTo("Nadia");
        assertThat(nameOf(here, id)).isEqualTo("Nadia");
        assertThat(reads).hasValue(1);

        now.addAndGet(SparingSessions.REMEMBERED.toNanos());
        assertThat(nameOf(here, id)).isEqualTo("Nadia");
        assertThat(reads).hasValue(2);
    }

    @Test
    void a_session_that_ends_is_over_here_at_once_and_elsewhere_after_a_second() {
        String id = signedIn("Nadia");
        assertThat(nameOf(elsewhere, id)).isEqualTo("Nadia");

        here.deleteById(id);

        assertThat(here.findById(id)).isNull();
        assertThat(nameOf(elsewhere, id)).isEqualTo("Nadia");
        now.addAndGet(SparingSessions.REMEMBERED.toNanos());
        assertThat(elsewhere.findById(id)).isNull();
    }

    @Test
    void what_is_written_into_a_remembered_session_is_read_at_once_and_nothing_else_is_lost() {
        String id = signedIn("Nadia");
        SparingSession session = found(here, id);

        session.setAttribute("role", "operator");
        here.save(session);

        assertThat(nameOf(here, id)).isEqualTo("Nadia");
        assertThat(found(here, id).<String>getAttribute("role")).isEqualTo("operator");
    }

    @Test
    void what_is_only_read_is_not_written() {
        String id = signedIn("Nadia");
        SparingSession session = found(here, id);
        reads.set(0);

        session.setLastAccessedTime(session.getLastAccessedTime().plusSeconds(59));
        here.save(session);

        assertThat(reads).hasValue(0);
    }

    @Test
    void the_time_of_last_access_is_written_after_a_minute() {
        String id = signedIn("Nadia");
        SparingSession session = found(here, id);
        Instant later = session.getLastAccessedTime().plus(Duration.ofMinutes(1));

        session.setLastAccessedTime(later);
        here.save(session);

        assertThat(found(elsewhere, id).getLastAccessedTime()).isEqualTo(later);
    }

    @Test
    void whoever_signs_in_with_a_session_that_has_ended_elsewhere_gets_a_new_one() {
        String id = signedIn("Nadia");
        SparingSession session = found(here, id);
        elsewhere.deleteById(id);

        session.changeSessionId();
        session.setAttribute(NAME, "Omar");
        here.save(session);

        assertThat(session.getId()).isNotEqualTo(id);
        assertThat(nameOf(elsewhere, session.getId())).isEqualTo("Omar");
        assertThat(here.findById(id)).isNull();
    }

    private SparingSessions node() {
        JdbcIndexedSessionRepository repository = new JdbcIndexedSessionRepository(
                new JdbcTemplate(TestPostgresql.dataSource()), TransactionOperations.withoutTransaction());
        repository.setTableName("platform.SPRING_SESSION");
        @SuppressWarnings("unchecked") // the type of its sessions is hidden, and they come back to it alone
        SessionRepository<Session> stored = (SessionRepository<Session>) (SessionRepository<?>) repository;
        return new SparingSessions(
                new SessionRepository<>() {
                    @Override
                    public Session createSession() {
                        return stored.createSession();
                    }

                    @Override
                    public void save(Session session) {
                        stored.save(session);
                    }

                    @Override
                    public @Nullable Session findById(String id) {
                        reads.incrementAndGet();
                        return stored.findById(id);
                    }

                    @Override
                    public void deleteById(String id) {
                        stored.deleteById(id);
                    }
                },
                now::get);
    }

    private String signedIn(String name) {
        SparingSession session = here.createSession();
        session.setAttribute(NAME, name);
        here.save(session);
        return session.getId();
    }

    private static SparingSession found(SparingSessions sessions, String id) {
        return requireNonNull(sessions.findById(id));
    }

    private static @Nullable String nameOf(SparingSessions sessions, String id) {
        return found(sessions, id).getAttribute(NAME);
    }
}
