package dev.universalapi.auth.audit;

import dev.universalapi.platform.events.Events;
import dev.universalapi.platform.tenant.AcrossTenants;
import dev.universalapi.platform.tenant.SystemDatabase;
import dev.universalapi.platform.tenant.TenantTransactions;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
@AcrossTenants(because = "hands the database to those who say why")
class AuditConfiguration {

    @Bean
    Audit audit(JdbcClient jdbc, SystemDatabase system) {
        return new Audit(jdbc, system, InstantSource.system());
    }

    @Bean
    Trail trail(TenantTransactions tenants, JdbcClient jdbc) {
        return new Trail(tenants, jdbc);
    }

    @Bean(initMethod = "start")
    Anchoring anchoring(SystemDatabase system, TenantTransactions tenants, JdbcClient jdbc, Events events) {
        return new Anchoring(system, tenants, jdbc, events, InstantSource.system());
    }
}
