package dev.universalapi.engine.choice;

import java.util.Locale;
import java.util.Optional;

/// A reason for which a provider that has the operation is not asked. The first that objects is told.
public enum Filter {
    /// A key it needs is not set.
    NO_CREDENTIAL,
    /// It cannot answer this query.
    UNSUPPORTED,
    /// The caller does not want it.
    ROUTE;

    /// As in receipts: `no-credential`.
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Why it is taken out, in one sentence; empty if it may stay.
    Optional<String> objection(Considered considered) {
        return switch (this) {
            case NO_CREDENTIAL ->
                considered.provider().missing(considered.secrets()).map(name -> name + " is not set");
            case UNSUPPORTED -> considered.offer().unsupported(considered.query());
            case ROUTE -> considered.route().objection(considered.provider().id());
        };
    }
}
