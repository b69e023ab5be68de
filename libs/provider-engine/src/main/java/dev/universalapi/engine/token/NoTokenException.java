package dev.universalapi.engine.token;

import dev.universalapi.egress.EgressResponse;
import dev.universalapi.engine.outcome.Outcome;
import org.jspecify.annotations.Nullable;

/// No token was to be had. Its message holds no secret.
public final class NoTokenException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Outcome outcome;
    private final transient @Nullable EgressResponse response;

    NoTokenException(Outcome outcome, String reason, @Nullable EgressResponse response) {
        super(reason, null, false, false);
        this.outcome = outcome;
        this.response = response;
    }

    /// What the attempt comes to that needed it.
    public Outcome outcome() {
        return outcome;
    }

    /// What came back instead; null where nothing came.
    public @Nullable EgressResponse response() {
        return response;
    }
}
