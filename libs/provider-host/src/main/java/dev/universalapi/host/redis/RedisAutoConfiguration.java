package dev.universalapi.host.redis;

import dev.universalapi.host.remote.AskedHere;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/// Gives a host its link to Redis. There always is one; without an address it answers nothing.
@AutoConfiguration
@EnableConfigurationProperties(RedisProperties.class)
final class RedisAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    RedisLink redisLink(RedisProperties properties, MeterRegistry meters) {
        return new RedisLink(properties, meters);
    }

    @Bean
    @AskedHere
    RedisCounting redisCounting(RedisProperties properties, MeterRegistry meters) {
        return new RedisCounting(properties, meters);
    }

    @Bean
    RedisHealth redisHealthIndicator(RedisLink link) {
        return new RedisHealth(link);
    }
}
