package dev.universalapi.auth.first;

import dev.universalapi.auth.key.KeyMaker;
import dev.universalapi.auth.organisation.Founder;
import dev.universalapi.platform.tenant.Database;
import dev.universalapi.platform.tenant.TenantTransactions;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FirstProperties.class)
class FirstConfiguration {

    @Bean
    Beginning beginning(
            FirstProperties properties,
            TenantTransactions tenants,
            Founder founder,
            KeyMaker maker,
            Database database) {
        return new Beginning(properties, tenants, founder, maker, database);
    }
}
