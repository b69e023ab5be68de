package dev.universalapi.host.redis;

import dev.universalapi.testkit.store.RealRedis;
import java.net.URI;
import java.time.Duration;

/// A real Redis, and how a link is told of it.
public record RedisServer(RealRedis real) implements AutoCloseable {

    /// Starts one, and returns when it answers.
    public static RedisServer start() {
        return new RedisServer(RealRedis.start());
    }

    /// One that is not there yet; [#resume] starts it.
    public static RedisServer later() {
        return new RedisServer(RealRedis.later());
    }

    public URI uri() {
        return real.uri();
    }

    /// Properties of a link to it.
    public RedisProperties properties() {
        return properties(Duration.ofMillis(30));
    }

    /// Properties of a link to it that waits so long for an answer; tests of what is counted want no machine too slow.
    public RedisProperties properties(Duration timeout) {
        return new RedisProperties(real.uri(), null, null, timeout, 1000);
    }

    /// Starts it (again), empty.
    public void resume(String... settings) {
        real.resume(settings);
    }

    /// It takes connections and commands and answers none.
    public void freeze() {
        real.freeze();
    }

    /// It answers again, what was asked meanwhile too.
    public void thaw() {
        real.thaw();
    }

    /// Ends it at once, as a crash would; what it held is lost.
    public void stop() {
        real.stop();
    }

    @Override
    public void close() {
        real.close();
    }
}
