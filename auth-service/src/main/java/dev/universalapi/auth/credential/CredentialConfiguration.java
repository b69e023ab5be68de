package dev.universalapi.auth.credential;

import dev.universalapi.auth.audit.Audit;
import dev.universalapi.auth.credential.seal.Envelopes;
import dev.universalapi.auth.credential.seal.MasterKeys;
import dev.universalapi.auth.feed.Feed;
import dev.universalapi.platform.security.Badge;
import dev.universalapi.platform.tenant.AcrossTenants;
import dev.universalapi.platform.tenant.SystemDatabase;
import dev.universalapi.platform.tenant.TenantTransactions;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.client.discovery.DiscoveryClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CredentialProperties.class)
@AcrossTenants(because = "hands the database to the rotation, which says why")
class CredentialConfiguration {
    private static final String MASTERS = "universal.auth.credential.masters";

    @Bean
    @ConditionalOnProperty(MASTERS)
    Envelopes envelopes(CredentialProperties properties) {
        return new Envelopes(new MasterKeys(Objects.requireNonNull(properties.masters())));
    }

    @Bean
    @ConditionalOnProperty(MASTERS)
    Rotation rotation(SystemDatabase system, Envelopes envelopes, Audit audit) {
        return new Rotation(system, envelopes, audit);
    }

    @Bean
    Credentials credentials(JdbcClient jdbc, JsonMapper json) {
        return new Credentials(jdbc, json);
    }

    @Bean
    HostClient hostClient(
            DiscoveryClient discovery, CredentialProperties properties, ObjectProvider<Badge> badge, JsonMapper json) {
        return new HostClient(discovery, properties, badge.getIfAvailable(), json);
    }

    @Bean
    Opening opening(
            TenantTransactions tenants, Credentials credentials, Optional<Envelopes> envelopes, JsonMapper json) {
        return new Opening(tenants, credentials, envelopes, json);
    }

    @Bean
    CredentialAdministration credentialAdministration(
            TenantTransactions tenants,
            Credentials credentials,
            Optional<Envelopes> envelopes,
            HostClient hosts,
            Feed feed,
            Audit audit,
            JsonMapper json) {
        return new CredentialAdministration(tenants, credentials, envelopes, hosts, feed, audit, json);
    }
}
