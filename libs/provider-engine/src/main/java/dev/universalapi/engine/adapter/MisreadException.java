package dev.universalapi.engine.adapter;

import dev.universalapi.engine.outcome.Outcome;

/// A response does not hold the answer. The message says why, in one sentence, for people.
public final class MisreadException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Outcome outcome;

    private MisreadException(Outcome outcome, String reason) {
        super(reason, null, false, false);
        this.outcome = outcome;
    }

    /// The body cannot be read, or a value is null or not of its type.
    public static MisreadException malformed(String reason) {
        return new MisreadException(Outcome.MALFORMED, reason);
    }

    /// The body can be read but no longer holds what the contract needs.
    public static MisreadException drifted(String reason) {
        return new MisreadException(Outcome.DRIFTED, reason);
    }

    /// The provider says that there is no answer, within a response or a stream that had begun well.
    ///
    /// @param outcome none of an answer
    public static MisreadException refused(Outcome outcome, String reason) {
        return new MisreadException(outcome, reason);
    }

    /// What became of the attempt.
    public Outcome outcome() {
        return outcome;
    }
}
