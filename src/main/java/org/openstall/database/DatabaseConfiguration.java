package org.openstall.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration
@EnableConfigurationProperties({DataSourceProperties.class, PostgresqlSettings.class})
class DatabaseConfiguration {

    /** Outlives the pool, which outlives the web server. */
    @Bean(destroyMethod = "close")
    DatabaseServer databaseServer(
            DataSourceProperties named, PostgresqlSettings settings, @Value("${openstall.data}") String data) {
        return named.getUrl() == null
                ? EmbeddedPostgresql.open(data, settings)
                : new DatabaseServer.Named(named.getUrl(), named.getUsername(), named.getPassword());
    }

    /** The pool, handed out only once all migrations have run. */
    @Bean
    HikariDataSource dataSource(DatabaseServer server, Environment environment) {
        HikariConfig settings = new HikariConfig();
        Binder.get(environment).bind("spring.datasource.hikari", Bindable.ofInstance(settings));
        settings.setJdbcUrl(server.url());
        settings.setUsername(server.username());
        settings.setPassword(server.password());
        HikariDataSource pool = new HikariDataSource(settings);
        try {
            Migrations.run(pool);
            return pool;
        } catch (RuntimeException failure) {
            pool.close();
            throw failure;
        }
    }
}
