package dev.universalapi.gateway.limit.redis;

import dev.universalapi.gateway.redis.RedisProperties;
import io.lettuce.core.RedisBusyException;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisLoadingException;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The way to Redis for those who count. No thread ever waits: a command is a future that ends in time, and where Redis
/// is away it ends at once. None is sent twice, and the link comes back by itself.
public final class RedisLink implements AutoCloseable {
    /// Who counts waits longer than who caches: what Redis counted and nobody heard of is counted twice, and a call
    /// that
    /// is refused for it has done nothing wrong. A machine that starts a neighbour may be silent for a second.
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Optional<Connection> connection;
    private final Optional<Watch> watch;
    private final Duration patience;
    private final Silence silence = new Silence();
    private final Timer answered;
    private final Timer failed;
    private final Counter skipped;

    /// How it is with Redis.
    public enum State {
        /// No address was given.
        NONE,
        /// It answers.
        CONNECTED,
        /// It does not; this process does without.
        AWAY
    }

    /// Redis is away; the command was not sent, or its connection broke.
    static final class AwayException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        AwayException(String why) {
            super(why, null, false, false);
        }
    }

    /// A link to what the properties name. It connects in the background.
    public RedisLink(RedisProperties properties, MeterRegistry meters) {
        this.patience = properties.timeout().compareTo(PATIENCE) < 0 ? PATIENCE : properties.timeout();
        this.answered = timer(meters, "answered");
        this.failed = timer(meters, "failed");
        this.skipped = Counter.builder("redis.skipped")
                .description("commands that were not sent, because Redis is slow or away")
                .register(meters);
        this.connection =
                Optional.ofNullable(properties.uri()).map(uri -> new Connection(uri, properties, properties.waiting()));
        this.watch = connection.map(to -> new Watch(to, silence, patience));
        connection.ifPresent(
                _ -> meters.gauge("redis.connected", this, link -> link.state() == State.CONNECTED ? 1 : 0));
        watch.ifPresent(Watch::start);
    }

    private static Timer timer(MeterRegistry meters, String outcome) {
        return Timer.builder("redis.calls")
                .description("commands that were sent, by what came of them")
                .tag("outcome", outcome)
                .register(meters);
    }

    /// A command and its answer. It fails with [AwayException] where Redis is away, with [TimeoutException] where the
    /// link stands and nothing came in time, and with what Redis said where it refused.
    public <T> CompletableFuture<T> ask(
            Function<RedisAsyncCommands<byte[], byte[]>, ? extends CompletionStage<T>> command) {
        var redis = state() == State.CONNECTED
                ? connection.flatMap(Connection::commands)
                : Optional.<RedisAsyncCommands<byte[], byte[]>>empty();
        if (redis.isEmpty()) {
            skipped.increment();
            return CompletableFuture.failedFuture(new AwayException("Redis is away"));
        }
        var begun = System.nanoTime();
        try {
            return command.apply(redis.get())
                    .toCompletableFuture()
                    .orTimeout(patience.toNanos(), TimeUnit.NANOSECONDS)
                    .handle((answer, failure) -> {
                        note(begun, failure);
                        if (failure != null) {
                            throw new CompletionException(meaning(failure));
                        }
                        return answer;
                    });
        } catch (RedisException e) {
            note(begun, e);
            return CompletableFuture.failedFuture(meaning(e));
        }
    }

    private void note(long begun, @Nullable Throwable failure) {
        var nanos = System.nanoTime() - begun;
        if (failure == null || isRefusal(cause(failure))) {
            silence.ended();
            answered.record(nanos, TimeUnit.NANOSECONDS);
        } else {
            silence.goesOn();
            failed.record(nanos, TimeUnit.NANOSECONDS);
        }
    }

    /// A connection that broke is Redis being away; one that stands and is silent is not, for what was sent may have
    /// been done.
    private static Throwable meaning(Throwable failure) {
        var cause = cause(failure);
        return cause instanceof TimeoutException || isRefusal(cause)
                ? cause
                : new AwayException(String.valueOf(cause.getMessage()));
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    private static boolean isRefusal(Throwable cause) {
        return cause instanceof RedisCommandExecutionException
                && !(cause instanceof RedisLoadingException || cause instanceof RedisBusyException);
    }

    /// Whether a command failed because Redis is away, so that it was not carried out, or its connection broke.
    public static boolean isAway(Throwable failure) {
        return cause(failure) instanceof AwayException;
    }

    /// Which run of Redis it is; another after each of its restarts, and after a failover.
    public String run() {
        return connection.map(Connection::run).orElse("");
    }

    /// How it is with Redis now.
    public State state() {
        if (connection.isEmpty()) {
            return State.NONE;
        }
        return !silence.isAway() && connection.get().commands().isPresent() ? State.CONNECTED : State.AWAY;
    }

    @Override
    public void close() {
        watch.ifPresent(Watch::close);
        connection.ifPresent(Connection::close);
    }
}
