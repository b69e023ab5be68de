package dev.universalapi.gateway.admission;

import dev.universalapi.gateway.limit.plan.Plan;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;

/// How many calls of each organisation are under way at this gateway, and how many streams are open: a gateway has its
/// part of the plan's, rounded up. A lease in Redis would cost a second round trip a call, and would say how busy
/// others
/// are, not this process, which is what the limit is there to protect.
final class UnderWay {
    private final ConcurrentHashMap<String, Integer> calls = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Integer> streams = new ConcurrentHashMap<>();
    private final IntSupplier gateways;

    /// @param gateways how many there are, this one among them
    UnderWay(IntSupplier gateways) {
        this.gateways = gateways;
    }

    /// Whether there is room for one more; whoever got it leaves.
    boolean enter(String organisation, Plan plan, boolean stream) {
        var most = part(stream ? plan.streams() : plan.concurrent());
        var entered = new boolean[1];
        of(stream).compute(organisation, (_, now) -> {
            var before = now == null ? 0 : now;
            entered[0] = before < most;
            return entered[0] ? Integer.valueOf(before + 1) : now;
        });
        return entered[0];
    }

    void leave(String organisation, boolean stream) {
        of(stream).computeIfPresent(organisation, (_, now) -> now == 1 ? null : now - 1);
    }

    int now(String organisation, boolean stream) {
        return of(stream).getOrDefault(organisation, 0);
    }

    /// This gateway's part.
    int part(int limit) {
        return Math.ceilDiv(limit, Math.max(1, gateways.getAsInt()));
    }

    private ConcurrentHashMap<String, Integer> of(boolean stream) {
        return stream ? streams : calls;
    }
}
