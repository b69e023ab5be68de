package dev.universalapi.engine;

import dev.universalapi.engine.choice.Outlook;
import dev.universalapi.engine.manifest.Provider;
import dev.universalapi.engine.manifest.Secrets;
import dev.universalapi.engine.quota.Headroom;
import dev.universalapi.engine.standing.Health;
import dev.universalapi.engine.standing.Keys;
import java.util.Optional;

/// Knows the operator's keys, and of the providers nothing yet.
record FirstLook(Secrets secrets) implements Outlook {

    @Override
    public Optional<String> missing(Provider provider) {
        return provider.missing(secrets);
    }

    @Override
    public Keys keys(Provider provider) {
        var needed = !provider.keyless();
        return new Keys(needed, needed ? secrets.credentials(provider).size() : 0, 0);
    }

    @Override
    public Health health(Provider provider) {
        return Health.UNKNOWN;
    }

    @Override
    public Headroom headroom(Provider provider) {
        return Headroom.FREE;
    }
}
