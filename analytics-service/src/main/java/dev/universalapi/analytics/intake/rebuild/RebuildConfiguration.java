package dev.universalapi.analytics.intake.rebuild;

import dev.universalapi.analytics.usage.Partitions;
import dev.universalapi.platform.tenant.AcrossTenants;
import dev.universalapi.platform.tenant.SystemDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@AcrossTenants(because = "sums of all organisations are rebuilt together")
class RebuildConfiguration {

    @Bean
    Rebuild rebuild(SystemDatabase database, Partitions partitions) {
        return new Rebuild(database, partitions);
    }
}
