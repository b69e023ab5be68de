package dev.universalapi.engine.attempt;

import dev.universalapi.egress.EgressResponse;
import dev.universalapi.engine.body.Raw;
import dev.universalapi.engine.manifest.Credential;
import dev.universalapi.engine.mapping.Reading;
import dev.universalapi.engine.receipt.Attempt;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One attempt that is over.
///
/// @param answer there if and only if the outcome is an answer
/// @param sample the query that the sandbox's answer was recorded for, when it is another than was asked
/// @param response the last that came, where one did
/// @param sent whether anything left that cannot be taken back: of a request, as far as the provider may have seen
///   it, or of a stream, towards the caller; where not, even what is asked once may be asked again
/// @param raw the body that the answer was made of, where it was wanted
/// @param credential by which the provider knew us; that of nobody where it was not asked
public record Tried(
        Attempt attempt,
        Reading.@Nullable Answer answer,
        @Nullable Map<String, Object> sample,
        @Nullable EgressResponse response,
        boolean sent,
        @Nullable Raw raw,
        Credential credential) {

    /// One of which is not said yet by which credential.
    public Tried(
            Attempt attempt,
            Reading.@Nullable Answer answer,
            @Nullable Map<String, Object> sample,
            @Nullable EgressResponse response,
            boolean sent,
            @Nullable Raw raw) {
        this(attempt, answer, sample, response, sent, raw, Credential.NONE);
    }

    /// One whose body nobody wants.
    public Tried(
            Attempt attempt,
            Reading.@Nullable Answer answer,
            @Nullable Map<String, Object> sample,
            @Nullable EgressResponse response,
            boolean sent) {
        this(attempt, answer, sample, response, sent, null);
    }

    /// One that was sent.
    public Tried(
            Attempt attempt,
            Reading.@Nullable Answer answer,
            @Nullable Map<String, Object> sample,
            @Nullable EgressResponse response) {
        this(attempt, answer, sample, response, true);
    }

    /// One that brought no answer.
    static Tried failed(Attempt attempt) {
        return new Tried(attempt, null, null, null, true);
    }

    /// One of which nothing left the house.
    static Tried unsent(Attempt attempt) {
        return new Tried(attempt, null, null, null, false);
    }

    /// The same, told as something other than an ordinary call.
    Tried as(@Nullable String how) {
        return how == null ? this : new Tried(attempt.as(how), answer, sample, response, sent, raw, credential);
    }

    /// The same by a credential.
    Tried by(Credential used) {
        return new Tried(attempt, answer, sample, response, sent, raw, used);
    }
}
