package dev.universalapi.engine.choice;

import dev.universalapi.engine.manifest.Provider;
import dev.universalapi.engine.quota.Headroom;
import dev.universalapi.engine.standing.Health;
import dev.universalapi.engine.standing.Keys;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Knows what it is told.
final class FakeOutlook implements Outlook {
    private final Map<String, Someone> all = new TreeMap<>();

    void says(Someone one) {
        all.put(one.id(), one);
    }

    @Override
    public Optional<String> switchedOff(Provider provider) {
        return Optional.ofNullable(find(provider).off());
    }

    @Override
    public Optional<String> missing(Provider provider) {
        return find(provider).missing();
    }

    @Override
    public Keys keys(Provider provider) {
        return find(provider).keys();
    }

    @Override
    public Health health(Provider provider) {
        return find(provider).health();
    }

    @Override
    public Headroom headroom(Provider provider) {
        return find(provider).headroom();
    }

    private Someone find(Provider provider) {
        return all.getOrDefault(provider.id(), Someone.unknown(provider.id()));
    }
}
