package dev.universalapi.auth.key;

import dev.universalapi.auth.limit.Limits;
import dev.universalapi.auth.request.Checks;
import dev.universalapi.platform.security.Scope;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What may be changed of a key.
///
/// @param name as people call it
/// @param scopes what it may do, 1 to 100; all that is not named is refused
/// @param networks from where it may be used, at most 50 CIDRs; from anywhere if none
/// @param expiresAt when it ends; null if never
/// @param limits its own; none where null
public record KeySettings(
        String name,
        List<String> scopes,
        List<String> networks,
        @Nullable Instant expiresAt,
        Limits limits) {
    private static final int MOST_SCOPES = 100;
    private static final int MOST_NETWORKS = 50;

    public KeySettings(
            @Nullable String name,
            @Nullable List<String> scopes,
            @Nullable List<String> networks,
            @Nullable Instant expiresAt,
            @Nullable Limits limits) {
        this.name = Checks.name(name);
        this.scopes = scopes == null
                ? List.of()
                : scopes.stream().map(KeySettings::scope).distinct().toList();
        this.networks = networks == null
                ? List.of()
                : networks.stream().map(Network::parse).distinct().toList();
        this.expiresAt = expiresAt;
        this.limits = limits == null ? Limits.NONE : limits;
        Checks.demand(
                !this.scopes.isEmpty() && this.scopes.size() <= MOST_SCOPES,
                "scopes",
                "scopes must be 1 to %d, like weather:read".formatted(MOST_SCOPES));
        Checks.demand(this.networks.size() <= MOST_NETWORKS, "networks", "networks must be at most " + MOST_NETWORKS);
    }

    private static String scope(String text) {
        return Scope.parse(text)
                .map(Scope::toString)
                .orElseThrow(() -> Checks.wrong(
                        "scopes", "scopes are resource:action, like weather:read or provider.open-meteo:use"));
    }
}
