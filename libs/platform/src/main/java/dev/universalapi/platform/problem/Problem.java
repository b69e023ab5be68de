package dev.universalapi.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.universalapi.contracts.problem.ProblemType;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// A problem as it is sent (RFC 9457, `application/problem+json`); gateway and services send the same shape.
///
/// @param type the address of its page, relative to the host that was asked
/// @param title the same for every problem of the type
/// @param detail what happened this time, for people
/// @param instance the path that was asked for
/// @param requestId the id to quote when asking for help
/// @param retryable whether the same request may succeed later
/// @param retryAfter seconds until then, where that is known
/// @param errors what is wrong with the request, one entry a mistake
/// @param attempts which providers were asked, and what became of it
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({
    "type",
    "title",
    "status",
    "detail",
    "instance",
    "requestId",
    "retryable",
    "retryAfter",
    "errors",
    "attempts"
})
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String requestId,
        boolean retryable,
        @Nullable Long retryAfter,
        List<Mistake> errors,
        List<? extends Record> attempts) {

    /// The media type of it.
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final JsonMapper JSON = new JsonMapper();

    /// One mistake of the caller.
    ///
    /// @param parameter its name
    /// @param in `query`, `path`, `header` or `body`
    /// @param detail what it must be, and what it was
    @JsonPropertyOrder({"parameter", "in", "detail"})
    public record Mistake(String parameter, String in, String detail) {}

    public Problem {
        errors = List.copyOf(errors);
        attempts = List.copyOf(attempts);
    }

    /// A problem that needs no more words.
    public static Problem of(ProblemType type, String detail, String instance, String requestId) {
        return of(new ProblemException(type, detail), instance, requestId);
    }

    /// What is sent for an exception.
    public static Problem of(ProblemException thrown, String instance, String requestId) {
        var type = thrown.type();
        return new Problem(
                type.type().toString(),
                type.title(),
                type.status(),
                thrown.detail(),
                instance,
                requestId,
                type.retryable(),
                thrown.retryAfter().map(Problem::wholeSeconds).orElse(null),
                thrown.mistakes(),
                thrown.attempts());
    }

    /// The bytes to send.
    public byte[] json() {
        return JSON.writeValueAsBytes(this);
    }

    private static long wholeSeconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
