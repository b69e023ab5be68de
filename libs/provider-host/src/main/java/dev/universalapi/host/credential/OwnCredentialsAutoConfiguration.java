package dev.universalapi.host.credential;

import dev.universalapi.host.redis.IdentityFeed;
import dev.universalapi.host.redis.RedisProperties;
import dev.universalapi.platform.security.Badge;
import dev.universalapi.platform.security.SecurityAutoConfiguration;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.client.discovery.DiscoveryClient;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/// Gives a host what organisations have of their own, where it has a badge to ask auth-service with.
@AutoConfiguration(after = SecurityAutoConfiguration.class)
@EnableConfigurationProperties(OwnCredentialsProperties.class)
@ConditionalOnBean(Badge.class)
final class OwnCredentialsAutoConfiguration {

    @Bean
    HeldCredentials ownCredentials(
            DiscoveryClient discovery, OwnCredentialsProperties properties, Badge badge, JsonMapper json) {
        return new HeldCredentials(
                new CredentialClient(discovery, properties, badge, json),
                properties,
                InstantSource.system(),
                telling -> Thread.ofVirtual().name("credential state").start(telling));
    }

    @Bean
    IdentityFeed identityFeed(RedisProperties redis, HeldCredentials credentials, MeterRegistry meters) {
        var feed = new IdentityFeed(redis, credentials);
        credentials.hearBy(feed::isConnected);
        Gauge.builder("identity.feed.connected", feed, one -> one.isConnected() ? 1 : 0)
                .register(meters);
        return feed;
    }
}
