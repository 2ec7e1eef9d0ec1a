package org.openstall.database;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How to run the embedded PostgreSQL.
 *
 * @param programs where its programs are unpacked; the data directory if nothing is said
 * @param shared whether to join a program that already runs on the data directory, as commands do
 * @param template a data directory, closed in order, of which a new one begins as a copy; it begins empty if nothing is
 *     said
 * @param settings of the server, by their names in {@code postgresql.conf}
 */
@ConfigurationProperties("openstall.postgresql")
public record PostgresqlSettings(
        @Nullable String programs,
        @DefaultValue("false") boolean shared,
        @Nullable String template,
        @DefaultValue Map<String, String> settings) {}
