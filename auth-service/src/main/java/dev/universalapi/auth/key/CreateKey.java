package dev.universalapi.auth.key;

import dev.universalapi.auth.limit.Limits;
import dev.universalapi.auth.permission.Role;
import dev.universalapi.auth.request.Checks;
import dev.universalapi.platform.security.Caller;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A key that is wanted.
///
/// @param name as people call it
/// @param project which it belongs to; where null, that of the key that asks
/// @param environment `live` or `test`; where null, that of the key that asks
/// @param role whose scopes it gets; null where `scopes` says
/// @param scopes what it may do; null where `role` says
/// @param networks from where it may be used
/// @param expiresAt when it ends; null if never
/// @param limits its own
record CreateKey(
        @Nullable String name,
        @Nullable String project,
        @Nullable String environment,
        @Nullable String role,
        @Nullable List<String> scopes,
        @Nullable List<String> networks,
        @Nullable Instant expiresAt,
        @Nullable Limits limits) {

    KeySettings settings() {
        Checks.demand((role == null) != (scopes == null), "scopes", "say either scopes or role");
        var wanted = role == null
                ? scopes
                : Role.find(role)
                        .map(Role::scopes)
                        .orElseThrow(() -> Checks.wrong("role", "role must be one of owner, admin, developer, viewer"));
        return new KeySettings(name, wanted, networks, expiresAt, limits);
    }

    Caller.Environment environmentFor(Caller caller) {
        if (environment == null) {
            return caller.environment();
        }
        Checks.demand(
                environment.equals("live") || environment.equals("test"),
                "environment",
                "environment must be live or test");
        return Caller.Environment.of(environment);
    }
}
