package dev.universalapi.engine.quota;

import dev.universalapi.egress.EgressResponse;
import dev.universalapi.engine.manifest.Provider;
import dev.universalapi.engine.outcome.Outcome;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Counts nothing and grants everything.
public final class Unlimited implements Quotas {
    @Override
    public Grant take(Provider provider, String credential, Map<String, Long> spends) {
        return new Grant.Granted();
    }

    @Override
    public void learn(
            Provider provider,
            String credential,
            Outcome outcome,
            @Nullable EgressResponse response,
            Map<String, Long> spent) {
        // there is nothing to count
    }

    @Override
    public Headroom headroom(Provider provider, String credential) {
        return Headroom.FREE;
    }
}
