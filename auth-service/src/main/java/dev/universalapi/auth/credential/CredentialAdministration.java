package dev.universalapi.auth.credential;

import dev.universalapi.auth.audit.Audit;
import dev.universalapi.auth.credential.Credential.OnDead;
import dev.universalapi.auth.credential.Credential.Order;
import dev.universalapi.auth.credential.Credential.State;
import dev.universalapi.auth.credential.seal.Envelopes;
import dev.universalapi.auth.feed.Feed;
import dev.universalapi.auth.feed.Kind;
import dev.universalapi.auth.request.Tag;
import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.platform.problem.ProblemException;
import dev.universalapi.platform.security.Caller;
import dev.universalapi.platform.tenant.TenantTransactions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Brings, changes and removes credentials of the caller's organisation, and tells who has to know.
final class CredentialAdministration {
    private static final String CREDENTIAL = "credential";

    private final TenantTransactions tenants;
    private final Credentials credentials;
    private final Optional<Envelopes> envelopes;
    private final HostClient hosts;
    private final Feed feed;
    private final Audit audit;
    private final JsonMapper json;

    /// @param envelopes empty where there is no master key
    CredentialAdministration(
            TenantTransactions tenants,
            Credentials credentials,
            Optional<Envelopes> envelopes,
            HostClient hosts,
            Feed feed,
            Audit audit,
            JsonMapper json) {
        this.tenants = tenants;
        this.credentials = credentials;
        this.envelopes = envelopes;
        this.hosts = hosts;
        this.feed = feed;
        this.audit = audit;
        this.json = json;
    }

    /// @param isNew whether there was none before
    record Put(Credential credential, boolean isNew) {}

    List<Credential> list(Caller caller) {
        return tenants.reading(caller.organisation(), credentials::list);
    }

    Credential get(Caller caller, String provider) {
        return tenants.reading(caller.organisation(), () -> credentials.find(provider))
                .orElseThrow(CredentialAdministration::none);
    }

    Put put(Caller caller, String provider, @Nullable String ifMatch, PutCredential wanted) {
        wanted.check();
        // asked before, so that nothing is tried out in vain; and again when it is written
        tenants.reading(caller.organisation(), () -> seen(credentials.find(provider), ifMatch));
        return wanted.values() == null
                ? new Put(set(caller, provider, ifMatch, wanted), false)
                : bring(caller, provider, ifMatch, wanted, plain(wanted.values()));
    }

    void remove(Caller caller, String provider, @Nullable String ifMatch) {
        tenants.run(caller.organisation(), () -> {
            var known = credentials.lock(provider).orElseThrow(CredentialAdministration::none);
            var _ = seen(Optional.of(known), ifMatch);
            credentials.remove(provider);
            told(caller, provider);
            audit.record("credential.delete", CREDENTIAL, provider, Map.of());
        });
    }

    private Credential set(Caller caller, String provider, @Nullable String ifMatch, PutCredential wanted) {
        return tenants.within(caller, () -> {
            var known = seen(credentials.lock(provider), ifMatch).orElseThrow(CredentialAdministration::none);
            var set = credentials.set(provider, wanted.order(known.order()), wanted.onDead(known.onDead()), now());
            told(caller, provider);
            audit.record("credential.change", CREDENTIAL, provider, settings(set));
            return set;
        });
    }

    private Put bring(
            Caller caller,
            String provider,
            @Nullable String ifMatch,
            PutCredential wanted,
            Map<String, String> values) {
        var sealing = envelopes.orElseThrow(() -> new ProblemException(
                ProblemType.SERVICE_UNAVAILABLE, "Nothing can be sealed here: the operator has set no master key."));
        var verified = verified(provider, values);
        var sealed = sealing.seal(caller.organisation() + "/" + provider, json.writeValueAsString(values));
        var shown = new TreeMap<String, String>();
        values.forEach((name, value) -> shown.put(name, Credential.masked(value)));
        return tenants.within(caller, () -> {
            var known = seen(credentials.lock(provider), ifMatch);
            var order = wanted.order(known.map(Credential::order).orElse(Order.BEFORE));
            var onDead = wanted.onDead(known.map(Credential::onDead).orElse(OnDead.OPERATOR));
            var now = now();
            var brought = credentials.put(
                    caller.organisation(),
                    new Credential(
                            provider, shown, order, onDead, State.WELL, null, verified, caller.keyId(), now, now, 1),
                    new Credentials.Kept(sealed, shown, verified));
            told(caller, provider);
            audit.record(
                    known.isPresent() ? "credential.replace" : "credential.create",
                    CREDENTIAL,
                    provider,
                    settings(brought));
            return new Put(brought, known.isEmpty());
        });
    }

    private @Nullable Instant verified(String provider, Map<String, String> values) {
        return switch (hosts.tryOut(provider, values)) {
            case Trial.Taken _ -> now();
            case Trial.Untried _ -> null;
            case Trial.Refused(var why) ->
                throw new ProblemException(
                        ProblemType.CREDENTIAL_REFUSED,
                        "%s does not take it. %s".formatted(provider, why).strip());
            case Trial.Unknown(var why) ->
                throw new ProblemException(
                        ProblemType.PROVIDERS_FAILED, "It could not be tried out, and was not kept: " + why + ".");
            case Trial.Unfit(var why) -> throw ProblemException.invalid("values", "body", why);
            case Trial.Nobody _ ->
                throw new ProblemException(ProblemType.NOT_FOUND, "There is no provider of this id.");
        };
    }

    private void told(Caller caller, String provider) {
        feed.changed(caller.organisation(), Kind.CREDENTIAL, caller.organisation() + "/" + provider);
    }

    private static Optional<Credential> seen(Optional<Credential> known, @Nullable String ifMatch) {
        Tag.check(ifMatch, known.map(Credential::version).orElse(0L));
        return known;
    }

    private static Map<String, String> settings(Credential set) {
        return Map.of("order", set.order().label(), "onDead", set.onDead().label());
    }

    private static Map<String, String> plain(Map<String, @Nullable String> values) {
        return values.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> String.valueOf(entry.getValue())));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    private static ProblemException none() {
        return new ProblemException(
                ProblemType.NOT_FOUND, "The organisation has no credential of its own for this provider.");
    }
}
