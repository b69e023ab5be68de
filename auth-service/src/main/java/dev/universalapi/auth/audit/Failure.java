package dev.universalapi.auth.audit;

import dev.universalapi.platform.problem.ProblemException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a gateway refused, once or many times alike.
///
/// @param id the same whenever this is sent
/// @param at when, the first time; null for now
/// @param organisation whose key it was; null where nobody's
/// @param action `authn_fail`, `authz_fail` or `excess_rate_limit_exceeded`
/// @param key the id of the key; null where it is not known
/// @param route what was asked for: `GET /api/weather/current`
/// @param address of who asked
/// @param request the id of the request
/// @param agent what called itself so
/// @param details why: `reason`, `count`, `scope`
record Failure(
        @Nullable String id,
        @Nullable Instant at,
        @Nullable String organisation,
        @Nullable String action,
        @Nullable String key,
        @Nullable String route,
        @Nullable String address,
        @Nullable String request,
        @Nullable String agent,
        @Nullable Map<String, String> details) {
    private static final Set<String> ACTIONS = Set.of("authn_fail", "authz_fail", "excess_rate_limit_exceeded");

    /// Whose chain it belongs into.
    String chain() {
        return organisation == null || organisation.isBlank() ? Audit.NOBODY : organisation;
    }

    /// @param now where no time is said
    /// @throws ProblemException where something is missing
    Entry entry(Instant now) {
        var what = wanted("action", action);
        if (!ACTIONS.contains(what)) {
            throw ProblemException.invalid("action", "body", "action must be one of " + ACTIONS);
        }
        return new Entry(
                named(wanted("id", id)),
                Objects.requireNonNullElse(at, now),
                what,
                key == null ? new Entry.Actor("anonymous", "-", null) : new Entry.Actor("key", key, null),
                new Entry.Target("route", wanted("route", route)),
                new Entry.Origin(address, request, agent),
                Objects.requireNonNullElse(details, Map.of()));
    }

    private static String wanted(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw ProblemException.invalid(name, "body", name + " is missing");
        }
        return value;
    }

    private static String named(String given) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(given.getBytes(StandardCharsets.UTF_8));
            return Entry.id(new BigInteger(1, digest));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
