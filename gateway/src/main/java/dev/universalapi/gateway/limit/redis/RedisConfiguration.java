package dev.universalapi.gateway.limit.redis;

import dev.universalapi.gateway.redis.RedisProperties;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RedisProperties.class)
class RedisConfiguration {

    @Bean
    RedisLink redisLink(RedisProperties properties, MeterRegistry meters) {
        return new RedisLink(properties, meters);
    }

    @Bean
    RedisClock redisClock(RedisLink link) {
        return new RedisClock(link, InstantSource.system());
    }

    @Bean
    RedisHealth redisHealthIndicator(RedisLink link) {
        return new RedisHealth(link);
    }

    @Bean
    ClockHealth clockHealthIndicator(RedisClock clock) {
        return new ClockHealth(clock);
    }
}
