package dev.universalapi.engine.standing;

import dev.universalapi.engine.manifest.Credential;
import dev.universalapi.engine.manifest.Provider;
import dev.universalapi.engine.manifest.Secrets;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// How all providers of one mode stand, by what this process has seen of them.
public final class Standings {
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Supplier<Pace> pace;
    private final Pause pause;
    private final Map<String, Standing> standings = new ConcurrentHashMap<>();

    /// @param random safe for many threads
    /// @param pace the settings as they are now
    public Standings(InstantSource clock, RandomGenerator random, Supplier<Pace> pace, Pause pause) {
        this.clock = clock;
        this.random = random;
        this.pace = pace;
        this.pause = pause;
    }

    /// The standing of a provider of the catalogue.
    public Standing of(String provider) {
        return standings.computeIfAbsent(provider, id -> new Standing(id, clock, random, pace, pause));
    }

    /// How a provider stands now. Waits for nobody.
    public Health health(String provider) {
        var standing = standings.get(provider);
        return standing == null ? Health.UNKNOWN : standing.health();
    }

    /// How many of its credentials can be used now. A dead one whose trial is due is not dead here. Forgets those
    /// that are gone.
    public Keys keys(Provider provider, Secrets secrets) {
        return keys(provider, secrets.credentials(provider));
    }

    /// The same of these credentials. Where one of them is an organisation's own, none is forgotten: another
    /// organisation has others.
    public Keys keys(Provider provider, List<Credential> credentials) {
        var present = credentials.stream()
                .map(Credential::id)
                .filter(id -> !id.equals(Credential.NONE.id()))
                .toList();
        var standing = standings.get(provider.id());
        if (standing == null) {
            return new Keys(!provider.keyless(), present.size(), 0);
        }
        if (present.stream().noneMatch(Credential::isOwn)) {
            standing.retain(present.isEmpty() ? List.of(Credential.NONE.id()) : present);
        }
        var dead = (int) present.stream().filter(standing::dead).count();
        return new Keys(!provider.keyless(), present.size(), dead);
    }

    /// Lets probes through a provider's open breaker before its time, where all others are worse.
    ///
    /// @return whether calls are let through now
    public boolean admit(String provider) {
        return of(provider).admit();
    }

    /// Forgets every other provider: a catalogue has taken another's place.
    public void retain(Collection<String> providers) {
        standings.keySet().retainAll(providers);
    }
}
