package dev.universalapi.engine.quota;

import dev.universalapi.egress.EgressResponse;
import dev.universalapi.engine.manifest.Provider;
import dev.universalapi.engine.outcome.Outcome;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The quotas of all credentials, of one mode. A credential is known by its id, never by its value.
public interface Quotas {
    /// Takes what one call spends out of every quota of the credential, all or nothing. To be asked right before the
    /// call, and for each call: what is not granted must not be sent.
    ///
    /// @param spends by unit, `requests` at least
    Grant take(Provider provider, String credential, Map<String, Long> spends);

    /// Learns from what came back: what is left by the provider's own headers, and how long it wants to be left alone.
    ///
    /// @param response null where none came
    /// @param spent by unit, beyond what was taken: what only the answer could tell
    void learn(
            Provider provider,
            String credential,
            Outcome outcome,
            @Nullable EgressResponse response,
            Map<String, Long> spent);

    /// What is left as last known here. Asks no store.
    Headroom headroom(Provider provider, String credential);
}
