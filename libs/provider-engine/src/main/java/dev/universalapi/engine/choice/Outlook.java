package dev.universalapi.engine.choice;

import dev.universalapi.engine.manifest.Provider;
import dev.universalapi.engine.quota.Headroom;
import dev.universalapi.engine.standing.Health;
import dev.universalapi.engine.standing.Keys;
import java.util.Optional;

/// What is known of a provider at the moment of a choice. Asked once for each provider; changes nothing and waits for
/// nobody.
public interface Outlook {
    /// Why operators have switched it off; empty if they have not.
    Optional<String> switchedOff(Provider provider);

    /// The name of a credential that it needs and that is not set.
    Optional<String> missing(Provider provider);

    /// How many of its credentials can be used.
    Keys keys(Provider provider);

    /// How it stands.
    Health health(Provider provider);

    /// What is left of its quotas, by the best of its usable credentials.
    Headroom headroom(Provider provider);
}
