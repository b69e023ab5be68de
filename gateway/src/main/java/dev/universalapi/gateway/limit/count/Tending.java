package dev.universalapi.gateway.limit.count;

import dev.universalapi.gateway.limit.credit.Credits;
import dev.universalapi.gateway.limit.redis.RedisClock;
import dev.universalapi.gateway.limit.redis.RedisLink;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What has to be done now and then, away from callers: Redis is told what it has not heard, and asked for its time.
final class Tending implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Tending.class);
    private static final Duration STEP = Duration.ofMillis(500);
    private static final int STEPS_BETWEEN_TIMES = 20;
    private static final Duration MOMENT = Duration.ofMillis(50);

    private final Scripts scripts;
    private final Settling settling;
    private final Unheard unheard;
    private final RedisClock clock;
    private final Credits<?, ?> credits;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("limits").factory());
    private int steps;

    Tending(Scripts scripts, Settling settling, Unheard unheard, RedisClock clock, Credits<?, ?> credits) {
        this.scripts = scripts;
        this.settling = settling;
        this.unheard = unheard;
        this.clock = clock;
        this.credits = credits;
    }

    void start() {
        var _ = timer.scheduleWithFixedDelay(this::tend, 0, STEP.toMillis(), TimeUnit.MILLISECONDS);
        var _ = timer.scheduleWithFixedDelay(this::credit, 0, MOMENT.toMillis(), TimeUnit.MILLISECONDS);
    }

    void tend() {
        try {
            if (scripts.state() != RedisLink.State.CONNECTED) {
                steps = 0;
                return;
            }
            if (steps++ % STEPS_BETWEEN_TIMES == 0) {
                clock.compare();
            }
            settling.again();
            tell();
        } catch (RuntimeException e) {
            LOG.atWarn().setCause(e).log("Limits could not be tended");
        }
    }

    private void credit() {
        try {
            credits.tend();
        } catch (RuntimeException e) {
            LOG.atWarn().setCause(e).log("What was counted ahead could not be told");
        }
    }

    private void tell() {
        var byCounts = new HashMap<String, Map<Unheard.Place, Long>>();
        unheard.drain()
                .forEach((place, amount) -> byCounts.computeIfAbsent(place.counts(), _ -> new HashMap<>())
                        .put(place, amount));
        byCounts.forEach((counts, places) -> {
            var amounts = new HashMap<String, Long>();
            places.forEach((place, amount) -> amounts.put(place.field(), amount));
            var forgotten = places.keySet().iterator().next().forgotten();
            scripts.recount(counts, "add", forgotten, amounts).exceptionally(failure -> {
                if (RedisLink.isAway(failure)) { // in time-outs it may have been counted; then it is not told again
                    places.forEach(unheard::add);
                }
                return new long[0];
            });
        });
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
