package dev.universalapi.analytics.usage;

import dev.universalapi.platform.tenant.AcrossTenants;
import dev.universalapi.platform.tenant.SystemDatabase;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RetentionProperties.class)
@AcrossTenants(because = "partitions hold the usage of all organisations")
class UsageConfiguration {

    @Bean
    Partitions partitions(SystemDatabase database, RetentionProperties retention) {
        return new Partitions(database, retention, InstantSource.system());
    }
}
