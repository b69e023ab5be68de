package dev.universalapi.host.redis;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.lettuce.core.RedisException;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens connections and tries a Redis that was slow, so that no caller has to.
final class Watch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RedisLink.class);
    private static final Duration STEP = Duration.ofMillis(200);
    private static final int SILENT_STEPS = 10;

    private final Connection connection;
    private final CircuitBreaker breaker;
    private final Duration timeout;
    private final URI uri;
    private final CountDownLatch closed = new CountDownLatch(1);
    private Optional<Boolean> told = Optional.empty();
    private int silent;

    Watch(Connection connection, CircuitBreaker breaker, RedisProperties properties) {
        this.connection = connection;
        this.breaker = breaker;
        this.timeout = properties.timeout();
        this.uri = Objects.requireNonNull(properties.uri());
    }

    void start() {
        Thread.ofVirtual().name("redis watch").start(this::run);
    }

    private void run() {
        try {
            do {
                look();
            } while (!closed.await(STEP.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() throws InterruptedException {
        if (connection.commands().isEmpty() || silent >= SILENT_STEPS) { // one that is silent for long may be dead
            silent = 0;
            var why = connection.open();
            if (why.isPresent()) {
                away(why.get());
                return;
            }
        } else if (breaker.getState() == CircuitBreaker.State.CLOSED) {
            back();
            return;
        }
        if (answers()) {
            silent = 0;
            breaker.transitionToClosedState();
            back();
        } else {
            silent++;
            away("it is slow");
        }
    }

    private boolean answers() throws InterruptedException {
        try {
            var redis = connection.commands();
            if (redis.isEmpty()) {
                return false;
            }
            redis.get().ping().toCompletableFuture().get(timeout.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (ExecutionException | TimeoutException | RedisException _) {
            return false;
        }
    }

    private void away(String why) {
        if (told.orElse(true)) {
            LOG.atWarn()
                    .addKeyValue("redis", uri)
                    .addKeyValue("why", why)
                    .log("Redis is away; this process does without");
        }
        told = Optional.of(false);
    }

    private void back() {
        if (!told.orElse(false)) {
            LOG.atInfo().addKeyValue("redis", uri).log("Redis answers");
        }
        told = Optional.of(true);
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
