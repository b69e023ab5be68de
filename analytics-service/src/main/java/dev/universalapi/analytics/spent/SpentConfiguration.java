package dev.universalapi.analytics.spent;

import dev.universalapi.platform.tenant.TenantTransactions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class SpentConfiguration {

    @Bean
    Spent spent(TenantTransactions tenants, JdbcClient jdbc) {
        return new Spent(tenants, jdbc);
    }
}
