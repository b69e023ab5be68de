package dev.universalapi.auth.key;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.universalapi.auth.limit.Limits;
import dev.universalapi.platform.security.Caller.Environment;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An API key, as it may be seen: of the key itself nothing but its first letters and its last four.
///
/// @param id `key_…`
/// @param project which it belongs to
/// @param environment `live` or `test`
/// @param name as people call it
/// @param start its first letters; empty where nobody has seen the key
/// @param last4 its last four
/// @param scopes what it may do
/// @param networks from where it may be used, as CIDR; from anywhere if none
/// @param limits its own, beside those of the plan
/// @param status `active`, `disabled`, `expired`, `revoked`
/// @param expiresAt when it ends; null if never
/// @param lastUsedAt to the minute; null if never
/// @param createdBy the id of the key that made it
/// @param version counts its changes
/// @param sha256 under which gateways ask for it; told to nobody else
public record Key(
        String id,
        String project,
        String environment,
        String name,
        String start,
        String last4,
        List<String> scopes,
        List<String> networks,
        Limits limits,
        String status,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        String createdBy,
        long version,
        Instant createdAt,
        Instant changedAt,
        @JsonIgnore String sha256) {
    static final String ACTIVE = "active";
    static final String DISABLED = "disabled";
    static final String EXPIRED = "expired";
    static final String REVOKED = "revoked";

    public Key {
        scopes = List.copyOf(scopes);
        networks = List.copyOf(networks);
    }

    KeySettings changeable() {
        return new KeySettings(name, scopes, networks, expiresAt, limits);
    }

    boolean isDisabled() {
        return status.equals(DISABLED);
    }

    boolean isLive() {
        return environment.equals(Environment.LIVE.label());
    }
}
