package dev.universalapi.host.redis;

import dev.universalapi.engine.quota.Counts;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/// The way to Redis of those who count. It waits longer than others do, and what is slow for them does not end it: a
/// replica that counts alone while others count together spends more than its share.
public final class RedisCounting implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMillis(250);

    private final RedisLink link;

    RedisCounting(RedisProperties properties, MeterRegistry meters) {
        var timeout = properties.timeout().compareTo(PATIENCE) < 0 ? PATIENCE : properties.timeout();
        this.link = new RedisLink(
                new RedisProperties(
                        properties.uri(),
                        properties.passwordFile(),
                        properties.caFile(),
                        timeout,
                        properties.waiting()),
                meters);
    }

    /// What is kept in a mode, and who renews it.
    public RedisShelf shelf(RedisLink quick, String mode) {
        return new RedisShelf(quick, link, mode);
    }

    /// What is counted in a mode, `live` or `sandbox`. Where no Redis is named it is away for ever: each replica
    /// spends its share.
    public Counts counts(String mode) {
        return new RedisQuotaCounts(link, mode);
    }

    @Override
    public void close() {
        link.close();
    }
}
