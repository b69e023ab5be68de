package dev.universalapi.analytics.report;

import dev.universalapi.analytics.report.export.Export;
import dev.universalapi.analytics.usage.Partitions;
import dev.universalapi.platform.tenant.AcrossTenants;
import dev.universalapi.platform.tenant.SystemDatabase;
import dev.universalapi.platform.tenant.TenantTransactions;
import dev.universalapi.platform.web.Departures;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@AcrossTenants(because = "gaps are those of producers, who number the usage of all organisations")
class ReportConfiguration {

    @Bean
    Desk desk(
            TenantTransactions tenants,
            JdbcClient jdbc,
            Departures departures,
            JsonMapper json,
            Partitions partitions) {
        return new Desk(
                new Reports(tenants, jdbc, Reports.PATIENCE),
                new Export(departures, json),
                partitions,
                InstantSource.system());
    }

    @Bean
    Requests requests(TenantTransactions tenants, JdbcClient jdbc) {
        return new Requests(tenants, jdbc);
    }

    @Bean
    Gaps gaps(SystemDatabase database) {
        return new Gaps(database);
    }
}
