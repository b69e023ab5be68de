package dev.universalapi.platform.tenant.arrival;

import dev.universalapi.platform.tenant.Database;
import dev.universalapi.platform.tenant.TenantAutoConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.cloud.client.serviceregistry.Registration;
import org.springframework.cloud.client.serviceregistry.ServiceRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Watches over the registration of services that have a database.
@AutoConfiguration(after = TenantAutoConfiguration.class)
@ConditionalOnClass(JdbcClient.class)
@ConditionalOnBean(Database.class)
public final class ArrivalAutoConfiguration {

    @Bean
    Arrival arrival(
            Database database,
            ObjectProvider<ServiceRegistry<Registration>> registry,
            ObjectProvider<Registration> registration) {
        return new Arrival(database, registry, registration);
    }
}
