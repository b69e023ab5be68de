package dev.universalapi.auth.key.lookup;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.universalapi.auth.limit.Limits;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that a gateway has to know of a key. What is absent is left out.
///
/// @param plan the name of the organisation's
/// @param networks from where it may be used, as CIDR; from anywhere where absent
/// @param expiresAt when it ends
/// @param status `active`, `disabled`, `expired`, `revoked`; `suspended` where the organisation is
/// @param limits the key's own
/// @param organisationLimits the organisation's own, for all its keys together
/// @param projectLimits the project's, for all its keys together
@JsonInclude(JsonInclude.Include.NON_NULL)
record KnownKey(
        String keyId,
        String organisation,
        String project,
        String environment,
        List<String> scopes,
        String plan,
        @Nullable List<String> networks,
        @Nullable Instant expiresAt,
        String status,
        @Nullable Limits limits,
        @Nullable Limits organisationLimits,
        @Nullable Limits projectLimits) {}
