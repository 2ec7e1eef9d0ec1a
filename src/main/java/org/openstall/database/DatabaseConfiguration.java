package org.openstall.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration
@EnableConfigurationProperties(DataSourceProperties.class)
class DatabaseConfiguration {

    /** The pool, handed out only once all migrations have run. */
    @Bean
    HikariDataSource dataSource(DataSourceProperties server, Environment environment) {
        HikariConfig settings = new HikariConfig();
        Binder.get(environment).bind("spring.datasource.hikari", Bindable.ofInstance(settings));
        settings.setJdbcUrl(server.determineUrl());
        settings.setUsername(server.determineUsername());
        settings.setPassword(server.determinePassword());
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
