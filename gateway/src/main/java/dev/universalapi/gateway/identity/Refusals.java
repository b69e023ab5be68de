package dev.universalapi.gateway.identity;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.gateway.identity.account.Account;
import dev.universalapi.gateway.identity.account.Failures;
import dev.universalapi.platform.problem.ProblemException;
import dev.universalapi.platform.security.Scope;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.web.server.ServerWebExchange;

/// Why somebody is not let in. All that is wrong with a key itself looks the same from outside: whoever tries keys
/// learns nothing. What says something of a key, or of who tries keys, goes into the audit log.
final class Refusals {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final List<ProblemType> TYPES = List.of(
            ProblemType.MISSING_KEY,
            ProblemType.INVALID_KEY,
            ProblemType.ORGANISATION_SUSPENDED,
            ProblemType.NETWORK_REFUSED,
            ProblemType.SCOPE_MISSING,
            ProblemType.IDENTITY_UNAVAILABLE);

    private final Failures failures;
    private final Map<ProblemType, Counter> counters = new EnumMap<>(ProblemType.class);

    Refusals(MeterRegistry meters, Failures failures) {
        this.failures = failures;
        for (var type : TYPES) {
            counters.put(
                    type,
                    Counter.builder("gateway.identity.refusals")
                            .description("requests that were not let in, by problem")
                            .tag("problem", type.slug())
                            .register(meters));
        }
    }

    ProblemException missingKey() {
        return counted(new ProblemException(
                ProblemType.MISSING_KEY,
                "Send Authorization: Bearer uapi_… ; ./universal up prints a key when it starts"));
    }

    /// @param account whose the key was, where that is known
    ProblemException invalidKey(ServerWebExchange exchange, Optional<Account> account) {
        return noted(
                exchange,
                account,
                new ProblemException(
                        ProblemType.INVALID_KEY,
                        "The key is mistyped, nobody's, or no longer valid; it is sent as Authorization: Bearer uapi_…"));
    }

    ProblemException suspended(ServerWebExchange exchange, Account account) {
        return noted(
                exchange,
                Optional.of(account),
                new ProblemException(ProblemType.ORGANISATION_SUSPENDED, "The organisation of this key is suspended"));
    }

    ProblemException network(ServerWebExchange exchange, Account account) {
        return noted(
                exchange,
                Optional.of(account),
                new ProblemException(
                        ProblemType.NETWORK_REFUSED,
                        "The networks that this key may be used from do not hold the address of this request"));
    }

    /// @param wanted of which one would be enough
    ProblemException scopes(ServerWebExchange exchange, Account account, List<Scope> wanted) {
        var one = wanted.stream().map(Scope::toString).collect(Collectors.joining(" or "));
        return noted(
                exchange,
                Optional.of(account),
                new ProblemException(
                        ProblemType.SCOPE_MISSING,
                        "This address wants the scope %s; the key does not have it".formatted(one)));
    }

    ProblemException unavailable() {
        return counted(new ProblemException(
                ProblemType.IDENTITY_UNAVAILABLE,
                "The service that knows the keys does not answer",
                List.of(),
                List.of(),
                SOON));
    }

    private ProblemException noted(ServerWebExchange exchange, Optional<Account> account, ProblemException problem) {
        failures.note(exchange, account, problem.type());
        return counted(problem);
    }

    private ProblemException counted(ProblemException problem) {
        var counter = counters.get(problem.type());
        if (counter != null) {
            counter.increment();
        }
        return problem;
    }
}
