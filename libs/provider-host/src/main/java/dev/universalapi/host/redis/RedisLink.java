package dev.universalapi.host.redis;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.lettuce.core.RedisBusyException;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisLoadingException;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/// The way to Redis, for work that can do without it: each command is answered within 30 ms or not at all, and while
/// Redis is slow or away the answer is at once that there is none. It never throws, never queues, and comes back by
/// itself.
///
/// A command that was not answered in time may still be carried out; none is sent twice.
public final class RedisLink implements AutoCloseable {
    private static final Duration FOR_EVER =
            Duration.ofDays(10_000); // Watch closes the breaker, no caller tries for it
    private static final int WINDOW = 20;
    private static final int FEWEST = 5;
    private static final float HALF = 50;

    private final Optional<Connection> connection;
    private final Optional<Watch> watch;
    private final CircuitBreaker breaker;
    private final Calls calls;
    private final long timeoutNanos;
    private final Semaphore untold;

    /// How it is with Redis.
    public enum State {
        /// No address was given.
        NONE,
        /// It answers.
        CONNECTED,
        /// It does not; this process does without.
        AWAY
    }

    /// A link to what the properties name. It connects in the background.
    public RedisLink(RedisProperties properties, MeterRegistry meters) {
        this.calls = new Calls(meters);
        this.timeoutNanos = properties.timeout().toNanos();
        this.untold = new Semaphore(properties.waiting());
        this.breaker = CircuitBreaker.of(
                "redis",
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(WINDOW)
                        .minimumNumberOfCalls(FEWEST)
                        .failureRateThreshold(HALF)
                        .waitDurationInOpenState(FOR_EVER)
                        .build());
        this.connection =
                Optional.ofNullable(properties.uri()).map(uri -> new Connection(uri, properties, properties.waiting()));
        this.watch = connection.map(to -> new Watch(to, breaker, properties));
        // who was never given an address misses nothing
        connection.ifPresent(
                _ -> meters.gauge("redis.connected", this, link -> link.state() == State.CONNECTED ? 1 : 0));
        watch.ifPresent(Watch::start);
    }

    /// A command and its answer: `link.ask(redis -> redis.get(key))`. Empty when Redis has none, answers that it
    /// cannot, or does not answer in time. The thread waits, for at most the timeout; when it is interrupted it
    /// waits no longer, and stays interrupted.
    public <T> Optional<T> ask(
            Function<RedisAsyncCommands<byte[], byte[]>, ? extends CompletionStage<? extends T>> command) {
        var redis = commands();
        if (redis.isEmpty()) {
            return Optional.empty();
        }
        var begun = System.nanoTime();
        try {
            var answer = command.apply(redis.get()).toCompletableFuture();
            try {
                Optional<T> value = Optional.ofNullable(answer.get(timeoutNanos, TimeUnit.NANOSECONDS));
                answered(begun);
                return value;
            } catch (InterruptedException _) {
                answer.cancel(true);
                breaker.releasePermission();
                Thread.currentThread().interrupt();
            } catch (TimeoutException e) {
                answer.cancel(true);
                failed(begun, e);
            } catch (ExecutionException e) {
                failed(begun, e);
            }
        } catch (RedisException e) {
            failed(begun, e);
        }
        return Optional.empty();
    }

    /// A command whose answer nobody waits for. False when it was not sent: Redis is away, or too many are on the way.
    public boolean tell(Function<RedisAsyncCommands<byte[], byte[]>, ? extends CompletionStage<?>> command) {
        if (!untold.tryAcquire()) {
            calls.skipped();
            return false;
        }
        var redis = commands();
        if (redis.isEmpty()) {
            untold.release();
            return false;
        }
        var begun = System.nanoTime();
        try {
            command.apply(redis.get())
                    .toCompletableFuture()
                    .orTimeout(timeoutNanos, TimeUnit.NANOSECONDS)
                    .whenComplete((_, failure) -> {
                        untold.release();
                        if (failure == null) {
                            answered(begun);
                        } else {
                            failed(begun, failure);
                        }
                    });
            return true;
        } catch (RedisException e) {
            untold.release();
            failed(begun, e);
            return false;
        }
    }

    private Optional<RedisAsyncCommands<byte[], byte[]>> commands() {
        var redis = connection.flatMap(Connection::commands).filter(_ -> breaker.tryAcquirePermission());
        if (redis.isEmpty() && connection.isPresent()) {
            calls.skipped();
        }
        return redis;
    }

    private void answered(long begun) {
        var nanos = System.nanoTime() - begun;
        breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
        calls.answered(nanos);
    }

    /// A Redis that answers that it cannot is there: only what is slow or gone counts against it.
    private void failed(long begun, Throwable failure) {
        var nanos = System.nanoTime() - begun;
        var cause = failure instanceof ExecutionException || failure instanceof CompletionException
                ? failure.getCause()
                : failure;
        if (cause instanceof RedisCommandExecutionException refusal && isThere(refusal)) {
            breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
            calls.refused(nanos, refusal);
        } else {
            breaker.onError(nanos, TimeUnit.NANOSECONDS, failure);
            calls.failed(nanos, cause instanceof TimeoutException);
        }
    }

    private static boolean isThere(RedisCommandExecutionException refusal) {
        return !(refusal instanceof RedisLoadingException || refusal instanceof RedisBusyException);
    }

    /// How it is with Redis now.
    public State state() {
        if (connection.isEmpty()) {
            return State.NONE;
        }
        return breaker.getState() == CircuitBreaker.State.CLOSED
                        && connection.get().commands().isPresent()
                ? State.CONNECTED
                : State.AWAY;
    }

    @Override
    public void close() {
        watch.ifPresent(Watch::close);
        connection.ifPresent(Connection::close);
    }
}
