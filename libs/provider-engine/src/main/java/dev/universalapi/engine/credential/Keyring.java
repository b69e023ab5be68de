package dev.universalapi.engine.credential;

import dev.universalapi.engine.manifest.Credential;
import dev.universalapi.engine.manifest.Provider;
import dev.universalapi.engine.manifest.Secrets;
import dev.universalapi.engine.outcome.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What providers can be asked with for one question: the operator's keys, and what the asking organisation has of its
/// own. What was found of its own stays the same for the whole question.
public final class Keyring {
    private final Secrets operators;
    private final OwnCredentials all;
    private final String organisation;
    private final Set<String> having;
    private final Map<String, Optional<OwnCredential>> found = new ConcurrentHashMap<>();

    private Keyring(Secrets operators, OwnCredentials all, String organisation) {
        this.operators = operators;
        this.all = all;
        this.organisation = organisation;
        this.having = all.providers(organisation);
    }

    /// The operator's alone.
    public static Keyring of(Secrets operators) {
        return new Keyring(operators, OwnCredentials.NONE, "");
    }

    /// For a question of an organisation.
    public static Keyring of(Secrets operators, OwnCredentials all, String organisation) {
        return new Keyring(operators, all, organisation);
    }

    /// Whether the organisation has one of its own for a provider.
    public boolean owns(String provider) {
        return own(provider).isPresent();
    }

    /// With what a provider can be asked now, in the order of use; empty where something it needs is not set.
    public List<Credential> credentials(Provider provider) {
        var house = operators.credentials(provider);
        var mine = own(provider.id());
        if (mine.isEmpty()) {
            return house;
        }
        var both = new ArrayList<>(house);
        both.add(mine.get().first() ? 0 : house.size(), mine.get().credential());
        return List.copyOf(both);
    }

    /// The name of a credential that a provider needs and that nobody has set.
    public Optional<String> missing(Provider provider) {
        return owns(provider.id()) ? Optional.empty() : provider.missing(operators);
    }

    /// Tells what a call came to, where it was made with one of the organisation's own.
    public void learn(String provider, Credential credential, Outcome outcome) {
        if (credential.owner() == Credential.Owner.ORGANISATION) {
            all.learn(organisation, provider, credential, outcome);
        }
    }

    private Optional<OwnCredential> own(String provider) {
        return having.contains(provider)
                ? found.computeIfAbsent(provider, id -> all.find(organisation, id))
                : Optional.empty();
    }
}
