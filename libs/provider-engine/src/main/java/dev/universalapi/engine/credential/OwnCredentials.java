package dev.universalapi.engine.credential;

import dev.universalapi.engine.manifest.Credential;
import dev.universalapi.engine.outcome.Outcome;
import java.util.Optional;
import java.util.Set;

/// Where the credentials are that organisations have of their own. Whoever implements it keeps values in memory alone,
/// and answers from there as a rule: it is asked for each question.
public interface OwnCredentials {
    /// Where nobody has any.
    OwnCredentials NONE = new OwnCredentials() {
        @Override
        public Set<String> providers(String organisation) {
            return Set.of();
        }

        @Override
        public Optional<OwnCredential> find(String organisation, String provider) {
            return Optional.empty();
        }

        @Override
        public void learn(String organisation, String provider, Credential credential, Outcome outcome) {
            // nobody's
        }
    };

    /// The ids of the providers for which an organisation has one.
    Set<String> providers(String organisation);

    /// That for a provider, where it can be had now.
    Optional<OwnCredential> find(String organisation, String provider);

    /// Learns what a call with it came to. Returns at once.
    void learn(String organisation, String provider, Credential credential, Outcome outcome);
}
