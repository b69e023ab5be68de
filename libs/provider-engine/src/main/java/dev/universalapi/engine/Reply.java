package dev.universalapi.engine;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.engine.body.Raw;
import dev.universalapi.engine.page.Position;
import dev.universalapi.engine.receipt.Receipt;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What comes back from [Providers#ask].
public sealed interface Reply<A extends Record> {

    /// What happened on the way.
    Receipt receipt();

    /// One provider answered.
    ///
    /// @param next where in the provider's list the answer goes on; null at its end
    /// @param raw the provider's own body, where it was wanted and there is one
    /// @param fresh for how long whoever got it may tell it again; zero where its provider lets nothing be kept
    record Answered<A extends Record>(
            A data,
            Meta meta,
            Receipt receipt,
            @Nullable Position next,
            @Nullable Raw raw,
            Duration fresh) implements Reply<A> {
        /// One that is told once.
        public Answered(A data, Meta meta, Receipt receipt, @Nullable Position next, @Nullable Raw raw) {
            this(data, meta, receipt, next, raw, Duration.ZERO);
        }

        /// One without the provider's own body.
        public Answered(A data, Meta meta, Receipt receipt, @Nullable Position next) {
            this(data, meta, receipt, next, null);
        }

        /// One that does not go on.
        public Answered(A data, Meta meta, Receipt receipt) {
            this(data, meta, receipt, null);
        }
    }

    /// Nobody answered.
    ///
    /// @param type what the caller is told
    /// @param detail one sentence for people, without secrets
    /// @param retryAfter when it makes sense to ask again, where that is known
    record Refused<A extends Record>(
            ProblemType type, String detail, @Nullable Duration retryAfter, Receipt receipt) implements Reply<A> {}
}
