package dev.universalapi.engine;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.engine.receipt.Receipt;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What comes back from [Providers#ask].
public sealed interface Reply<A extends Record> {

    /// What happened on the way.
    Receipt receipt();

    /// One provider answered.
    record Answered<A extends Record>(A data, Meta meta, Receipt receipt) implements Reply<A> {}

    /// Nobody answered.
    ///
    /// @param type what the caller is told
    /// @param detail one sentence for people, without secrets
    /// @param retryAfter when it makes sense to ask again, where that is known
    record Refused<A extends Record>(
            ProblemType type, String detail, @Nullable Duration retryAfter, Receipt receipt) implements Reply<A> {}
}
