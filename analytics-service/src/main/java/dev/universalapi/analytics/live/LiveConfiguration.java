package dev.universalapi.analytics.live;

import dev.universalapi.platform.tenant.TenantTransactions;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LiveProperties.class)
class LiveConfiguration {

    @Bean
    Watchers watchers(TenantTransactions tenants, JdbcClient jdbc, LiveProperties properties) {
        return new Watchers(new Snapshots(tenants, jdbc, InstantSource.system())::of, properties);
    }
}
