package dev.universalapi.engine.choice;

import dev.universalapi.engine.credential.Keyring;
import dev.universalapi.engine.manifest.Credential;
import dev.universalapi.engine.manifest.Provider;
import dev.universalapi.engine.quota.Headroom;
import dev.universalapi.engine.quota.Quotas;
import dev.universalapi.engine.standing.Health;
import dev.universalapi.engine.standing.Keys;
import dev.universalapi.engine.standing.Standings;
import dev.universalapi.engine.switching.Switches;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/// What is known of providers now: by what is switched off, by the keys there are, by what this process has seen, and
/// by what is left of
/// quotas.
public record Prospects(Keyring keyring, Standings standings, Quotas quotas, Switches switches) implements Outlook {
    /// The same with other keys.
    public Prospects with(Keyring other) {
        return new Prospects(other, standings, quotas, switches);
    }

    @Override
    public Optional<String> switchedOff(Provider provider) {
        return switches.provider(provider.id());
    }

    @Override
    public Optional<String> missing(Provider provider) {
        return keyring.missing(provider);
    }

    @Override
    public Keys keys(Provider provider) {
        return standings.keys(provider, keyring.credentials(provider));
    }

    @Override
    public Health health(Provider provider) {
        return standings.health(provider.id());
    }

    // the one that may be asked soonest, then the one that has most left
    @Override
    public Headroom headroom(Provider provider) {
        return keyring.credentials(provider).stream()
                .map(Credential::id)
                .map(credential -> quotas.headroom(provider, credential))
                .max(Comparator.comparing(Prospects::until, Comparator.reverseOrder())
                        .thenComparingDouble(Headroom::left))
                .orElse(Headroom.FREE);
    }

    private static Instant until(Headroom one) {
        return one.until() == null ? Instant.MIN : one.until();
    }
}
