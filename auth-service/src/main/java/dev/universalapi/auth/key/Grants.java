package dev.universalapi.auth.key;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.platform.problem.ProblemException;
import dev.universalapi.platform.security.Caller;
import dev.universalapi.platform.security.Caller.Environment;
import dev.universalapi.platform.security.Scope;
import java.util.List;

/// What one key may give to another: nothing that it may not do itself.
final class Grants {
    private Grants() {}

    /// @throws ProblemException if the caller may not all of it
    static void demand(Caller caller, Environment environment, List<String> scopes) {
        if (environment == Environment.LIVE && caller.environment() == Environment.TEST) {
            throw new ProblemException(ProblemType.FORBIDDEN, "A test key neither makes nor changes live ones.");
        }
        scopes.stream()
                .filter(scope -> !caller.may(Scope.of(scope)))
                .findFirst()
                .ifPresent(scope -> {
                    throw new ProblemException(
                            ProblemType.FORBIDDEN,
                            "The key that asks may not %s, so it neither makes nor changes one that may."
                                    .formatted(scope));
                });
    }

    static Environment environment(Key key) {
        return Environment.of(key.environment());
    }
}
