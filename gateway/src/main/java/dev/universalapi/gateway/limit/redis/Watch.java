package dev.universalapi.gateway.limit.redis;

import io.lettuce.core.RedisException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens connections and tries a Redis that was silent, so that no caller has to.
final class Watch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RedisLink.class);
    private static final Duration STEP = Duration.ofMillis(100);
    private static final int DEAD_AFTER = 10;
    private static final Duration LATE = STEP.multipliedBy(2);
    private static final Duration LONG = Duration.ofMillis(600);

    private final Connection connection;
    private final Silence silence;
    private final Duration patience;
    private final CountDownLatch closed = new CountDownLatch(1);
    private Optional<Boolean> told = Optional.empty();
    private int tries;
    private CompletableFuture<?> question = CompletableFuture.completedFuture("");
    private long asked = System.nanoTime();
    private long looked;

    /// @param silence ended when Redis answers again
    Watch(Connection connection, Silence silence, Duration patience) {
        this.connection = connection;
        this.silence = silence;
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
        } else if (!silence.isAway()) {
            if (isSilent()) {
                silence.giveUp();
                connection.leave(); // so that who waits for an answer waits no longer
                away("it is silent");
            } else {
                back();
            }
            return;
        }
        if (answers()) {
            tries = 0;
            silence.ended();
            back();
        } else {
            tries++;
            silence.giveUp();
            away("it is slow");
        }
    }

    /// Whether a question has had no answer for long, nor anybody else, though neither this thread was ever late nor
    /// the one of the connection behind: then it is Redis, and not this machine that has no time.
    private boolean isSilent() {
        var now = System.nanoTime();
        var late = connection.isBehind() || now - looked > LATE.toNanos();
        looked = now;
        var redis = connection.commands();
        if (redis.isPresent() && question.isDone()) {
            question = redis.get().ping().toCompletableFuture();
            asked = now;
        } else if (late) {
            asked = now;
        }
        return now - asked > LONG.toNanos() && now - silence.heard() > LONG.toNanos();
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
