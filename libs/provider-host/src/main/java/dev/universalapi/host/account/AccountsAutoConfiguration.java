package dev.universalapi.host.account;

import dev.universalapi.host.redis.IdentityFeed;
import dev.universalapi.host.redis.RedisProperties;
import dev.universalapi.platform.security.Badge;
import dev.universalapi.platform.security.SecurityAutoConfiguration;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.client.discovery.DiscoveryClient;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/// Lets a host ask auth-service, and hear of what changes there, where it has a badge and there are accounts.
@AutoConfiguration(after = SecurityAutoConfiguration.class)
@EnableConfigurationProperties(OwnCredentialsProperties.class)
@ConditionalOnBean(Badge.class)
@ConditionalOnExpression("!'${universal.providers.own-credentials.service:auth-service}'.isEmpty()")
final class AccountsAutoConfiguration {

    @Bean
    AccountClient accountClient(
            DiscoveryClient discovery, OwnCredentialsProperties properties, Badge badge, JsonMapper json) {
        return new AccountClient(discovery, properties.service(), properties.patience(), badge, json);
    }

    @Bean
    IdentityFeed identityFeed(
            RedisProperties redis, ObjectProvider<IdentityFeed.Listener> listeners, MeterRegistry meters) {
        var feed = new IdentityFeed(redis, listeners.orderedStream().toList());
        Gauge.builder("identity.feed.connected", feed, one -> one.isConnected() ? 1 : 0)
                .register(meters);
        return feed;
    }
}
