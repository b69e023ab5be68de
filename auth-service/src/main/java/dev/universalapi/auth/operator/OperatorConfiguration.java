package dev.universalapi.auth.operator;

import dev.universalapi.auth.audit.Audit;
import dev.universalapi.auth.feed.Feed;
import dev.universalapi.auth.key.KeyMaker;
import dev.universalapi.auth.organisation.Administration;
import dev.universalapi.auth.organisation.Founder;
import dev.universalapi.auth.organisation.Organisations;
import dev.universalapi.auth.organisation.Projects;
import dev.universalapi.auth.request.Creations;
import dev.universalapi.platform.tenant.AcrossTenants;
import dev.universalapi.platform.tenant.SystemDatabase;
import dev.universalapi.platform.tenant.TenantTransactions;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OperatorProperties.class)
@AcrossTenants(because = "hands the database to who looks among all organisations, and says why")
class OperatorConfiguration {

    @Bean
    Everyone everyone(SystemDatabase database, Organisations organisations) {
        return new Everyone(database, organisations);
    }

    @Bean
    Founding founding(
            TenantTransactions tenants,
            Founder founder,
            Administration administration,
            Organisations organisations,
            Projects projects,
            KeyMaker maker,
            Creations creations) {
        return new Founding(tenants, founder, administration, organisations, projects, maker, creations);
    }

    @Bean
    Switches switches(TenantTransactions tenants, JdbcClient jdbc, Feed feed, Audit audit, InstantSource clock) {
        return new Switches(tenants, jdbc, feed, audit, clock);
    }
}
