package dev.universalapi.auth.credential;

import dev.universalapi.auth.credential.Credential.OnDead;
import dev.universalapi.auth.credential.Credential.Order;
import dev.universalapi.auth.request.Checks;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A credential as it is brought, or other settings of one that is there.
///
/// @param values by the names of the provider's manifest, `WEATHERAPI_KEY`; null to leave them as they are
/// @param order null for `before`, or as it is
/// @param onDead null for `operator`, or as it is
record PutCredential(
        @Nullable Map<String, @Nullable String> values,
        @Nullable Order order,
        @Nullable OnDead onDead) {
    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9_]{0,79}");
    private static final Pattern VALUE = Pattern.compile("[\\x21-\\x7e](?:[\\x20-\\x7e]{0,4094}[\\x21-\\x7e])?");
    private static final int MOST = 10;

    /// @throws dev.universalapi.platform.problem.ProblemException where it cannot be a credential; says nothing of its
    ///   values
    void check() {
        if (values == null) {
            return;
        }
        Checks.demand(
                !values.isEmpty() && values.size() <= MOST,
                "values",
                "values must be 1 to " + MOST + " by their names");
        values.forEach((name, value) -> {
            Checks.demand(NAME.matcher(name).matches(), "values", "values must be named as in the catalogue");
            Checks.demand(
                    value != null && VALUE.matcher(value).matches(),
                    "values." + name,
                    "values." + name + " must be 1 to 4096 printable characters of ASCII");
        });
    }

    Order order(Order otherwise) {
        return Objects.requireNonNullElse(order, otherwise);
    }

    OnDead onDead(OnDead otherwise) {
        return Objects.requireNonNullElse(onDead, otherwise);
    }

    /// Nothing of the values, wherever it is written.
    @Override
    public String toString() {
        return "PutCredential[order=%s, onDead=%s]".formatted(order, onDead);
    }
}
