package dev.universalapi.engine.mapping;

import dev.universalapi.egress.EgressResponse;
import dev.universalapi.engine.expression.Scope;
import org.jspecify.annotations.Nullable;

/// Makes the answer of a response that neither a rule nor its status refuses.
public interface Answering {

    /// Whether the query is asked by a `POST`.
    boolean post(Record query);

    /// The answer that says there is nothing.
    Record empty();

    /// Makes the answer.
    ///
    /// @param scope the body as `reads` says
    /// @param unreadable why the body is not what `reads` says; null if it is
    Reading make(Record query, EgressResponse response, Scope scope, @Nullable String unreadable);
}
