package dev.universalapi.gateway.limit.redis;

import io.lettuce.core.RedisException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens connections and tries a Redis that was silent, so that no caller has to.
final class Watch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RedisLink.class);
    private static final Duration STEP = Duration.ofMillis(100);
    private static final int DEAD_AFTER = 10;

    private final Connection connection;
    private final AtomicInteger silent;
    private final int most;
    private final Duration patience;
    private final CountDownLatch closed = new CountDownLatch(1);
    private Optional<Boolean> told = Optional.empty();
    private int tries;

    /// @param silent unanswered commands in a row; set to 0 when Redis answers again
    /// @param most with so many it is away
    Watch(Connection connection, AtomicInteger silent, int most, Duration patience) {
        this.connection = connection;
        this.silent = silent;
        this.most = most;
        this.patience = patience;
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
        if (connection.commands().isEmpty() || tries >= DEAD_AFTER) { // one that is silent for long may be dead
            tries = 0;
            var why = connection.open();
            if (why.isPresent()) {
                away(why.get());
                return;
            }
        } else if (silent.get() < most) {
            back();
            return;
        }
        if (answers()) {
            tries = 0;
            silent.set(0);
            back();
        } else {
            tries++;
            silent.set(most);
            away("it is slow");
        }
    }

    private boolean answers() throws InterruptedException {
        try {
            var redis = connection.commands();
            if (redis.isEmpty()) {
                return false;
            }
            redis.get().ping().toCompletableFuture().get(patience.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (ExecutionException | TimeoutException | RedisException _) {
            return false;
        }
    }

    private void away(String why) {
        if (told.orElse(true)) {
            LOG.atWarn().addKeyValue("why", why).log("Redis is away; this gateway spends its share of every limit");
        }
        told = Optional.of(false);
    }

    private void back() {
        if (!told.orElse(false)) {
            LOG.atInfo().log("Redis answers");
        }
        told = Optional.of(true);
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
