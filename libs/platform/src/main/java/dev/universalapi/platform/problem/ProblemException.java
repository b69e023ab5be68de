package dev.universalapi.platform.problem;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.platform.problem.Problem.Mistake;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Ends a request with a problem. Everything in it is told to the caller, so it holds no secret.
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final String detail;
    private final transient List<Mistake> mistakes;
    private final transient List<? extends Record> attempts;
    private final @Nullable Duration retryAfter;

    public ProblemException(ProblemType type, String detail) {
        this(type, detail, List.of(), List.of(), null);
    }

    public ProblemException(ProblemType type, String detail, List<Mistake> mistakes) {
        this(type, detail, mistakes, List.of(), null);
    }

    public ProblemException(
            ProblemType type,
            String detail,
            List<Mistake> mistakes,
            List<? extends Record> attempts,
            @Nullable Duration retryAfter) {
        super(type.slug() + ": " + detail, null, false, false);
        this.type = type;
        this.detail = detail;
        this.mistakes = List.copyOf(mistakes);
        this.attempts = List.copyOf(attempts);
        this.retryAfter = retryAfter;
    }

    /// One mistake in one parameter.
    public static ProblemException invalid(String parameter, String in, String detail) {
        return new ProblemException(ProblemType.INVALID_PARAMETER, detail, List.of(new Mistake(parameter, in, detail)));
    }

    public ProblemType type() {
        return type;
    }

    public String detail() {
        return detail;
    }

    public List<Mistake> mistakes() {
        return mistakes;
    }

    public List<? extends Record> attempts() {
        return attempts;
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
