package dev.universalapi.gateway.limit.redis;

import dev.universalapi.gateway.redis.RedisProperties;
import dev.universalapi.testkit.store.RealRedis;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;

/// A real Redis for tests, and links to it.
public final class RedisServer implements AutoCloseable {
    private final RealRedis redis = RealRedis.start();

    private RedisServer() {}

    /// Starts one, and returns when it answers.
    public static RedisServer start() {
        return new RedisServer();
    }

    public URI uri() {
        return redis.uri();
    }

    /// A link to it that waits long, for no test wants a machine that is too slow.
    public RedisLink link() {
        return link(Duration.ofSeconds(5));
    }

    /// A link to it that waits so long.
    public RedisLink link(Duration timeout) {
        return new RedisLink(new RedisProperties(uri(), null, null, timeout, 10_000), new SimpleMeterRegistry());
    }

    /// Starts it (again), empty.
    public void resume() {
        redis.resume();
    }

    /// It takes connections and commands and answers none.
    public void freeze() {
        redis.freeze();
    }

    /// It answers again, what was asked meanwhile too.
    public void thaw() {
        redis.thaw();
    }

    /// Ends it at once, as a crash would; what it held is lost.
    public void stop() {
        redis.stop();
    }

    @Override
    public void close() {
        redis.close();
    }
}
