package dev.universalapi.platform.tenant;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import org.flywaydb.core.Flyway;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The database of services that have one. No `DataSource` is among the beans, so that nobody asks around
/// [TenantTransactions].
@AutoConfiguration(
        afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnClass({HikariDataSource.class, Flyway.class, JdbcClient.class})
@ConditionalOnProperty("universal.database.url")
@EnableConfigurationProperties(DatabaseProperties.class)
public final class TenantAutoConfiguration {

    @Bean
    Database database(DatabaseProperties properties, Environment environment, MeterRegistry registry) {
        return Database.open(properties, environment.getProperty("spring.application.name", "application"), registry);
    }

    @Bean
    TenantTransactions tenantTransactions(Database database) {
        return database.tenants();
    }

    @Bean
    JdbcClient jdbcClient(Database database) {
        return database.jdbc();
    }

    @Bean
    SystemDatabase systemDatabase(Database database) {
        return database.system();
    }

    @Bean
    DatabaseHealth databaseHealthIndicator(Database database) {
        return database.health();
    }
}
