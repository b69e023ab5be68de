package dev.universalapi.engine.attempt;

import dev.universalapi.egress.EgressResponse;
import dev.universalapi.engine.manifest.Provider;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.quota.Grant;
import dev.universalapi.engine.quota.Headroom;
import dev.universalapi.engine.quota.Quotas;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Grants each credential as many calls as it was told, without end where it was told nothing.
final class FakeQuotas implements Quotas {
    static final Duration PERIOD = Duration.ofSeconds(60);

    private final InstantSource clock;
    final Map<String, Integer> left = new HashMap<>();
    final Map<String, Headroom> headroom = new HashMap<>();
    final List<String> granted = new ArrayList<>();
    final List<String> learnt = new ArrayList<>();
    boolean resting;
    boolean broken;

    FakeQuotas(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Grant take(Provider provider, String credential, Map<String, Long> spends) {
        if (broken) {
            throw new IllegalStateException("a fault of ours");
        }
        var now = left.getOrDefault(credential, Integer.MAX_VALUE);
        if (now <= 0) {
            return new Grant.Refused(clock.instant().plus(PERIOD), resting, "nothing is left");
        }
        left.put(credential, now - 1);
        granted.add(credential);
        return new Grant.Granted();
    }

    @Override
    public void learn(
            Provider provider,
            String credential,
            Outcome outcome,
            @Nullable EgressResponse response,
            Map<String, Long> spent) {
        learnt.add(credential + " " + outcome.label() + " " + spent);
    }

    @Override
    public Headroom headroom(Provider provider, String credential) {
        return headroom.getOrDefault(credential, Headroom.FREE);
    }
}
