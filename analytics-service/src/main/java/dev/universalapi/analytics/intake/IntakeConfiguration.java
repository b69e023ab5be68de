package dev.universalapi.analytics.intake;

import dev.universalapi.analytics.usage.Partitions;
import dev.universalapi.platform.tenant.AcrossTenants;
import dev.universalapi.platform.tenant.Database;
import dev.universalapi.platform.tenant.SystemDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IntakeProperties.class)
@AcrossTenants(because = "usage of all organisations is counted together")
class IntakeConfiguration {

    @Bean
    UsageListener usageListener(
            SystemDatabase database, Partitions partitions, IntakeProperties properties, MeterRegistry meters) {
        return new UsageListener(new UsageCounter(database, partitions), properties, InstantSource.system(), meters);
    }

    @Bean(initMethod = "start")
    Sweeping sweeping(Partitions partitions, Database database) {
        return new Sweeping(partitions, new UnusedSeries(database.system()), database);
    }
}
