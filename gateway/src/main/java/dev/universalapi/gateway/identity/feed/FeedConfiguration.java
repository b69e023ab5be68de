package dev.universalapi.gateway.identity.feed;

import dev.universalapi.gateway.redis.RedisProperties;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RedisProperties.class)
class FeedConfiguration {

    @Bean
    FeedState feedState() {
        return new FeedState();
    }

    @Bean
    FeedFigures feedFigures(MeterRegistry meters, FeedState state) {
        return new FeedFigures(meters, state);
    }

    /// Where no Redis is named there is nobody to hear from, and nothing to start.
    @Bean
    ChangeFeed changeFeed(RedisProperties redis, FeedState state, List<Remembers> listeners, FeedFigures figures) {
        var stream = Optional.ofNullable(redis.uri()).map(uri -> new ChangeStream(uri, redis));
        var feed = new ChangeFeed(stream, state, listeners, figures);
        feed.start();
        return feed;
    }

    @Bean
    FeedHealth identityFeedHealthIndicator(FeedState state, RedisProperties redis) {
        return new FeedHealth(state, redis.uri() != null);
    }
}
