package org.openstall.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.MapSession;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * Sessions that are read once a second at most, however many requests come with them, and that write the time of last
 * access once a minute at most. So a session that ends at one node is still good for reading at another until
 * {@link #REMEMBERED} has passed, and expiry may come up to a minute early. What ends at a node is over there at once.
 */
class SparingSessions implements SessionRepository<SparingSessions.SparingSession> {
    static final Duration REMEMBERED = Duration.ofSeconds(1);
    private static final Duration PRECISION = Duration.ofMinutes(1);
    private static final int MOST_REMEMBERED = 10_000;

    private final SessionRepository<Session> sessions;
    private final Cache<String, MapSession> remembered;

    SparingSessions(SessionRepository<Session> sessions, Ticker ticker) {
        this.sessions = sessions;
        this.remembered = Caffeine.newBuilder()
                .expireAfterWrite(REMEMBERED)
                .maximumSize(MOST_REMEMBERED)
                .ticker(ticker)
                .build();
    }

    @Override
    public SparingSession createSession() {
        return new SparingSession(sessions.createSession());
    }

    @Override
    public void save(SparingSession session) {
        if (session.isStored()) {
            sessions.save(session.session);
            remembered.invalidate(session.foundAs);
        }
    }

    @Override
    public @Nullable SparingSession findById(String id) {
        MapSession found = remembered.get(id, this::read);
        return found == null ? null : new SparingSession(found);
    }

    private @Nullable MapSession read(String id) {
        Session session = sessions.findById(id);
        return session == null ? null : new MapSession(session);
    }

    @Override
    public void deleteById(String id) {
        sessions.deleteById(id);
        remembered.invalidate(id);
    }

    /** Reads from what is remembered, and is fetched from the store as soon as something is to be written. */
    final class SparingSession implements Session {
        private final String foundAs;
        private Session session;

        private SparingSession(Session session) {
            this.foundAs = session.getId();
            this.session = session;
        }

        private boolean isStored() {
            return !(session instanceof MapSession);
        }

        /** A new one in place of one that has ended meanwhile, so that nothing comes back to life. */
        private Session stored() {
            if (!isStored()) {
                Session found = sessions.findById(foundAs);
                session = found == null ? sessions.createSession() : found;
            }
            return session;
        }

        @Override
        public void setLastAccessedTime(Instant lastAccessedTime) {
            if (Duration.between(session.getLastAccessedTime(), lastAccessedTime)
                            .compareTo(PRECISION)
                    >= 0) {
                stored().setLastAccessedTime(lastAccessedTime);
            }
        }

        @Override
        public String getId() {
            return session.getId();
        }

        @Override
        public String changeSessionId() {
            return stored().changeSessionId();
        }

        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals") // so it is in the interface
        public <T> @Nullable T getAttribute(String attributeName) {
            return session.getAttribute(attributeName);
        }

        @Override
        public Set<String> getAttributeNames() {
            return session.getAttributeNames();
        }

        @Override
        public void setAttribute(String attributeName, Object attributeValue) {
            stored().setAttribute(attributeName, attributeValue);
        }

        @Override
        public void removeAttribute(String attributeName) {
            stored().removeAttribute(attributeName);
        }

        @Override
        public Instant getCreationTime() {
            return session.getCreationTime();
        }

        @Override
        public Instant getLastAccessedTime() {
            return session.getLastAccessedTime();
        }

        @Override
        public void setMaxInactiveInterval(Duration interval) {
            stored().setMaxInactiveInterval(interval);
        }

        @Override
        public Duration getMaxInactiveInterval() {
            return session.getMaxInactiveInterval();
        }

        @Override
        public boolean isExpired() {
            return session.isExpired();
        }
    }
}
