package dev.universalapi.host.redis;

import io.lettuce.core.RedisCommandExecutionException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Counts and times what Redis is asked.
final class Calls {
    private static final Logger LOG = LoggerFactory.getLogger(RedisLink.class);
    private static final long BETWEEN_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final Timer answered;
    private final Timer late;
    private final Timer failed;
    private final Timer refused;
    private final Counter skipped;
    private final AtomicLong said = new AtomicLong(System.nanoTime() - BETWEEN_NANOS);

    Calls(MeterRegistry meters) {
        this.answered = timer(meters, "answered");
        this.late = timer(meters, "late");
        this.failed = timer(meters, "failed");
        this.refused = timer(meters, "refused");
        this.skipped = Counter.builder("redis.skipped")
                .description("commands that were not sent, because Redis is slow or away")
                .register(meters);
    }

    private static Timer timer(MeterRegistry meters, String outcome) {
        return Timer.builder("redis.calls")
                .description("commands that were sent, by what came of them")
                .tag("outcome", outcome)
                .register(meters);
    }

    void answered(long nanos) {
        answered.record(nanos, TimeUnit.NANOSECONDS);
    }

    void failed(long nanos, boolean isLate) {
        (isLate ? late : failed).record(nanos, TimeUnit.NANOSECONDS);
    }

    /// Redis said that it cannot: its memory is full, or a script of ours is wrong. Said once a minute.
    void refused(long nanos, RedisCommandExecutionException refusal) {
        refused.record(nanos, TimeUnit.NANOSECONDS);
        var last = said.get();
        var now = System.nanoTime();
        if (now - last >= BETWEEN_NANOS && said.compareAndSet(last, now)) {
            LOG.atWarn().addKeyValue("answer", refusal.getMessage()).log("Redis refuses a command");
        }
    }

    void skipped() {
        skipped.increment();
    }
}
