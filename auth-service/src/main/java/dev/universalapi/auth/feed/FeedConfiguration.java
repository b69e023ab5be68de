package dev.universalapi.auth.feed;

import dev.universalapi.platform.tenant.AcrossTenants;
import dev.universalapi.platform.tenant.SystemDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RedisProperties.class)
@AcrossTenants(because = "hands the database to the relay, which says why")
class FeedConfiguration {

    /// Where there is no Redis nobody listens, and nothing has to be kept for anybody.
    @Bean
    ChangeStream changeStream(RedisProperties redis) {
        var uri = redis.uri();
        return uri == null ? _ -> {} : new RedisStream(uri, redis);
    }

    @Bean
    Relay feedRelay(SystemDatabase database, ChangeStream stream, MeterRegistry meters) {
        var relay = new Relay(database, stream, meters);
        Gauge.builder("feed.waiting", relay, Relay::waiting)
                .description("changes that gateways have not been told of")
                .register(meters);
        Gauge.builder("feed.age", relay, Relay::age)
                .description("for how long the oldest of them has waited")
                .baseUnit("seconds")
                .register(meters);
        return relay;
    }

    @Bean
    Feed feed(JdbcClient jdbc, Relay relay) {
        return new Feed(jdbc, relay::wake);
    }

    @Bean
    FeedHealth feedHealthIndicator(Relay relay) {
        return new FeedHealth(relay);
    }
}
