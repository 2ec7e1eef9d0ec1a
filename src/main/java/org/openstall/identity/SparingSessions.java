package org.openstall.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * Sessions that write the time of last access once a minute at most, instead of with every request, and that are
 * read once in a request. Expiry may come up to that minute early, which nobody notices.
 */
class SparingSessions implements SessionRepository<SparingSessions.SparingSession> {
    private static final Duration PRECISION = Duration.ofMinutes(1);

    private final SessionRepository<Session> sessions;

    SparingSessions(SessionRepository<Session> sessions) {
        this.sessions = sessions;
    }

    @Override
    public SparingSession createSession() {
        return new SparingSession(sessions.createSession());
    }

    @Override
    public void save(SparingSession session) {
        sessions.save(session.session);
    }

    @Override
    public @Nullable SparingSession findById(String id) {
        Map<String, SparingSession> found = SessionMemory.FOUND.orElse(new HashMap<>());
        SparingSession known = found.get(id);
        if (known != null) {
            return known;
        }
        Session session = sessions.findById(id);
        if (session == null) {
            return null;
        }
        SparingSession sparing = new SparingSession(session);
        found.put(id, sparing);
        return sparing;
    }

    @Override
    public void deleteById(String id) {
        SessionMemory.FOUND.orElse(new HashMap<>()).remove(id);
        sessions.deleteById(id);
    }

    static final class SparingSession implements Session {
        private final Session session;

        private SparingSession(Session session) {
            this.session = session;
        }

        @Override
        public void setLastAccessedTime(Instant lastAccessedTime) {
            if (Duration.between(session.getLastAccessedTime(), lastAccessedTime)
                            .compareTo(PRECISION)
                    >= 0) {
                session.setLastAccessedTime(lastAccessedTime);
            }
        }

        @Override
        public String getId() {
            return session.getId();
        }

        @Override
        public String changeSessionId() {
            return session.changeSessionId();
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
            session.setAttribute(attributeName, attributeValue);
        }

        @Override
        public void removeAttribute(String attributeName) {
            session.removeAttribute(attributeName);
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
            session.setMaxInactiveInterval(interval);
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
