package org.openstall.database;

import org.jspecify.annotations.Nullable;

/** Where the database is and how to get in. */
sealed interface DatabaseServer extends AutoCloseable permits DatabaseServer.Named, EmbeddedPostgresql {
    String url();

    @Nullable
    String username();

    @Nullable
    String password();

    @Override
    void close();

    /** A server that the operator runs and named by {@code spring.datasource.url}. */
    record Named(
            String url, @Nullable String username, @Nullable String password) implements DatabaseServer {
        @Override
        public void close() {
            // It is the operator's to stop.
        }
    }
}
