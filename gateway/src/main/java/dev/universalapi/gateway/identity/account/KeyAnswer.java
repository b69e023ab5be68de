package dev.universalapi.gateway.identity.account;

import dev.universalapi.gateway.identity.account.Account.Status;
import dev.universalapi.gateway.limit.plan.Limits;
import dev.universalapi.gateway.limit.plan.Own;
import dev.universalapi.platform.security.Caller;
import dev.universalapi.platform.security.Caller.Environment;
import dev.universalapi.platform.security.Scope;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A key as auth-service tells of it; what is null was left out.
record KeyAnswer(
        String keyId,
        String organisation,
        String project,
        String environment,
        @Nullable List<String> scopes,
        String plan,
        @Nullable List<String> networks,
        @Nullable Instant expiresAt,
        String status,
        @Nullable Own limits,
        @Nullable Own organisationLimits,
        @Nullable Own projectLimits) {

    /// As it is remembered. A scope that is none grants nothing, a network that is none holds nobody, and a status that
    /// we do not know is no good one.
    ///
    /// @throws IllegalArgumentException if the environment is none
    Account account() {
        var known = given(scopes).stream()
                .filter(text -> Scope.parse(text).isPresent())
                .toList();
        var caller = new Caller(keyId, organisation, project, Environment.of(environment), known, plan);
        return new Account(
                caller,
                switch (status) {
                    case "active" -> Status.ACTIVE;
                    case "suspended" -> Status.SUSPENDED;
                    default -> Status.INVALID;
                },
                expiresAt,
                Account.scopes(caller),
                given(networks).stream().map(Network::of).toList(),
                new Limits(plan, project, own(limits), own(projectLimits), own(organisationLimits)));
    }

    private static Own own(@Nullable Own told) {
        return told == null ? Own.NONE : told;
    }

    private static <T> List<T> given(@Nullable List<T> told) {
        return told == null ? List.of() : told;
    }
}
