package dev.universalapi.engine;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.engine.receipt.Receipt;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How a stream ended, after all its parts.
public sealed interface Ending {

    /// What happened on the way.
    Receipt receipt();

    /// One provider gave the whole answer.
    record Whole(Meta meta, Receipt receipt) implements Ending {}

    /// Nobody gave a part.
    ///
    /// @param type what the caller is told
    /// @param detail one sentence for people, without secrets
    /// @param retryAfter when it makes sense to ask again, where that is known
    record Refused(
            ProblemType type, String detail, @Nullable Duration retryAfter, Receipt receipt) implements Ending {}

    /// It broke off after the first part.
    ///
    /// @param detail one sentence for people, without secrets
    record Broken(String detail, Receipt receipt) implements Ending {}
}
