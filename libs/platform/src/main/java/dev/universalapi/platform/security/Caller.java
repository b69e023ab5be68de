package dev.universalapi.platform.security;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Who calls, as the gateway has found out.
///
/// @param keyId the key, by the id it is administered under; never the key itself
/// @param organisation who owns what the call creates
/// @param project which of the organisation's projects the key belongs to
/// @param environment what the key opens
/// @param scopes what the key may do, each as [Scope] reads it
/// @param plan the name of the plan that limits the organisation
public record Caller(
        String keyId, String organisation, String project, Environment environment, List<String> scopes, String plan) {
    static final String NO_PROJECT = "default";
    static final String OWN_PLAN = "internal";

    /// What a key opens: the world, or the sandbox.
    public enum Environment {
        LIVE,
        TEST;

        /// As in keys and tokens: `live` or `test`.
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// @throws IllegalArgumentException for any other text
        public static Environment of(String label) {
            return valueOf(label.toUpperCase(Locale.ROOT));
        }
    }

    public Caller {
        scopes = List.copyOf(scopes);
    }

    /// One that no account stands behind: project `default`, plan `internal`.
    public Caller(String keyId, String organisation, Environment environment, List<String> scopes) {
        this(keyId, organisation, NO_PROJECT, environment, scopes, OWN_PLAN);
    }

    /// Whether one of the scopes covers what is wanted. Scopes that make no sense cover nothing.
    public boolean may(Scope wanted) {
        return scopes.stream().flatMap(text -> Scope.parse(text).stream()).anyMatch(scope -> scope.covers(wanted));
    }

    /// The ids of the providers that alone may answer, where the scopes name some; empty for everybody. Who has no
    /// scope of providers at all may be answered by everybody, since routes want scopes of categories.
    public Optional<Set<String>> providers() {
        var named = scopes.stream()
                .flatMap(text -> Scope.parse(text).stream())
                .flatMap(scope -> scope.provider().stream())
                .collect(Collectors.toUnmodifiableSet());
        return named.isEmpty() || may(Scope.EVERY_PROVIDER) ? Optional.empty() : Optional.of(named);
    }
}
