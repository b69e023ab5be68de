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

    /// What a call holds in Redis, or calls that were let in ahead.
    ///
    /// @param forgotten when its counts are, in ms
    record Held(
            String organisation, String counts, String leases, String member, long forgotten, List<Counter> quotas) {

        static Held of(Ask ask) {
            return new Held(
                    ask.organisation(), ask.counts(), ask.leases(), ask.member(), ask.forgotten(), ask.quotas());
        }
    }

    private record End(Held held, int ended, int used) {}

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

    /// @param ended units, in all so far
    /// @param used units, in all so far
    void end(Held held, int ended, int used) {
        end(new End(held, ended, used));
    }

    private void end(End end) {
        scripts.settle(end.held(), end.ended(), end.used()).whenComplete((answer, failure) -> {
            if (failure != null) {
                if (!waiting.offer(end)) {
                    lost.increment(); // what a later end of the same tells is not lost
                }
                return;
            }
            if (answer[0] == LATE) {
                late.increment((double) answer[1]);
            }
            if (answer[1] > 0) {
                warn(end.held(), answer);
            }
        });
    }

    private void warn(Held held, long[] answer) {
        for (var i = 0; i < held.quotas().size(); i++) {
            warnings.used(held.organisation(), held.quotas().get(i), answer[2 + i] - answer[1], answer[2 + i]);
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
