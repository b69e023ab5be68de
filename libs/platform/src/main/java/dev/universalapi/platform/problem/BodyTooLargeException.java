package dev.universalapi.platform.problem;

import dev.universalapi.contracts.problem.ProblemType;
import java.io.IOException;

/// More bytes came than are read here.
public final class BodyTooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    private final long limit;

    public BodyTooLargeException(long limit) {
        super("a body may have at most " + limit + " bytes");
        this.limit = limit;
    }

    /// As it is told to the caller.
    public ProblemException problem() {
        return new ProblemException(ProblemType.BODY_TOO_LARGE, "A body may have at most %d bytes.".formatted(limit));
    }
}
