package dev.universalapi.gateway.limit.count;

import dev.universalapi.gateway.limit.quota.Counter;
import dev.universalapi.gateway.limit.quota.Warnings;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// Ends what calls held. What Redis does not hear at once it is told later; it counts each end once.
final class Settling {
    private static final int MOST = 20_000;
    private static final int AT_ONCE = 1_000;
    private static final int LATE = 2;

    private final Scripts scripts;
    private final Warnings warnings;
    private final BlockingQueue<End> waiting = new ArrayBlockingQueue<>(MOST);
    private final io.micrometer.core.instrument.Counter late;
    private final io.micrometer.core.instrument.Counter lost;

    /// What a call holds in Redis.
    ///
    /// @param forgotten when its counts are, in ms
    record Held(
            String organisation, String counts, String leases, String member, long forgotten, List<Counter> quotas) {

        static Held of(Ask ask) {
            return new Held(
                    ask.organisation(), ask.counts(), ask.leases(), ask.member(), ask.forgotten(), ask.quotas());
        }
    }

    private record End(Held held, boolean used) {}

    Settling(Scripts scripts, Warnings warnings, MeterRegistry meters) {
        this.scripts = scripts;
        this.warnings = warnings;
        this.late = io.micrometer.core.instrument.Counter.builder("limits.settled.late")
                .description("calls that ended after their lease: by so many a quota may be exceeded")
                .register(meters);
        this.lost = io.micrometer.core.instrument.Counter.builder("limits.settled.lost")
                .description("calls whose end Redis was not told of; usage is right, the quota too generous")
                .register(meters);
    }

    void end(Held held, boolean used) {
        end(new End(held, used));
    }

    private void end(End end) {
        scripts.settle(end.held(), end.used()).whenComplete((answer, failure) -> {
            if (failure != null) {
                if (!waiting.offer(end)) {
                    lost.increment();
                }
                return;
            }
            if (answer[0] == LATE) {
                late.increment();
            }
            if (answer[0] != 0 && end.used()) {
                warn(end.held(), answer);
            }
        });
    }

    private void warn(Held held, long[] answer) {
        for (var i = 0; i < held.quotas().size(); i++) {
            warnings.used(held.organisation(), held.quotas().get(i), answer[1 + i] - 1, answer[1 + i]);
        }
    }

    /// Tells Redis what it has not heard.
    void again() {
        for (var i = 0; i < AT_ONCE; i++) {
            var end = waiting.poll();
            if (end == null) {
                return;
            }
            end(end);
        }
    }
}
