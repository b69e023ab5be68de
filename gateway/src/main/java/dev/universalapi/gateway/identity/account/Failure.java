package dev.universalapi.gateway.identity.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Somebody was not let in, for the audit log; what is null is left out.
///
/// @param id the same whenever it is sent
/// @param at when, the first time
/// @param organisation whose key it was, where that is known
/// @param action `authn_fail`, where the key is no good, or `authz_fail`, where it may not do this
/// @param key its id, where that is known
/// @param route what was asked for: `GET /api/weather/current`
/// @param address of who asked
/// @param request the id of the request
/// @param agent what called itself so
/// @param details `reason`, a slug of a problem; `count`, how often
@JsonInclude(JsonInclude.Include.NON_NULL)
record Failure(
        String id,
        Instant at,
        @Nullable String organisation,
        String action,
        @Nullable String key,
        String route,
        @Nullable String address,
        String request,
        @Nullable String agent,
        Map<String, String> details) {}
