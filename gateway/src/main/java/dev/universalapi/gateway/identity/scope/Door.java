package dev.universalapi.gateway.identity.scope;

import dev.universalapi.platform.security.Scope;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpMethod;

/// What stands where a request wants in.
public sealed interface Door {

    /// It opens for keys that have one of the scopes.
    record Guarded(List<Scope> scopes) implements Door {
        public Guarded {
            scopes = List.copyOf(scopes);
        }
    }

    /// It opens for every key.
    record Open() implements Door {}

    /// It takes other methods.
    record Elsewhere(Set<HttpMethod> methods) implements Door {}

    /// There is none.
    record None() implements Door {}
}
