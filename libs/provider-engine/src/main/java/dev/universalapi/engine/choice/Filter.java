package dev.universalapi.engine.choice;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// A reason for which a provider that has the operation is not asked. The first that objects is told.
public enum Filter {
    /// A key it needs is not set.
    NO_CREDENTIAL(
            considered -> considered.provider().missing(considered.secrets()).map(name -> name + " is not set")),
    /// It cannot answer this query.
    UNSUPPORTED(considered -> considered.offer().unsupported(considered.query())),
    /// The caller does not want it.
    ROUTE(considered -> considered.route().objection(considered.provider().id()));

    private final Function<Considered, Optional<String>> objection;

    Filter(Function<Considered, Optional<String>> objection) {
        this.objection = objection;
    }

    /// Why it is taken out, in one sentence; empty if it may stay.
    Optional<String> objection(Considered considered) {
        return objection.apply(considered);
    }

    /// As in receipts: `no-credential`.
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
